import { choice, flags, id, integers, method, required, texts, type Method } from './method';
import { inventoryLists } from './inventory';
import { userLists } from './users';
import { CONTRACT_ROLE, CONTRACT_TYPE, CONTRACTOR_TYPE } from './values';

/** Lists that other objects refer to, by their names in the node. */
export const dictionaries = {
	...inventoryLists,
	...userLists,
	targetingProfile: method(
		'account/list/targetingProfile',
		'Business-Gazeta/adfox-api',
		...id('actionObjectID'),
	),
	contractor: method('account/list/contractor', 'account/account-list-contractor', ...id('actionObjectID')),
	contract: method('account/list/contract', 'history-doc', ...id('actionObjectID')),
	bannerKktu: method('account/list/bannerKktu', 'account/account-list-bannerKktu'),
	tracingPoint: method('account/list/tracingPoint', 'istretiakova/AF_API', ...id('advertiserID')),
	sector: method('account/utility/sector', 'account/account-utility-sector'),
	os: method('account/utility/os', 'account/account-utility-os'),
	browser: method('account/utility/browser', 'istretiakova/AF_API'),
	manufacturer: method('account/utility/manufacturer', 'account/account-utility-manufacturer'),
} satisfies Record<string, Method>;

export const contracts = [
	method(
		'account/add/contractor',
		'account/account-add-contractor',
		...required(...texts('name inn'), choice('type', CONTRACTOR_TYPE)),
		...integers('countryOKSM'),
		...texts('mobilePhone epayNumber regNumber roles[]'),
		...flags('isRr isOrs'),
		...texts('rsUrl'),
	),
	method(
		'account/add/contract',
		'account/account-add-contract',
		...required(choice('type', CONTRACT_TYPE), ...id('customerID executorID')),
		choice('contractRole', CONTRACT_ROLE),
		...id('intermediaryContractID'),
		...texts('subjectType actionType number amountType amountRub dateConclusion socialType'),
		...flags('isRegReport agentActingForPublisher chargePaidByAgent isVat isFinalAgreement'),
	),
];
