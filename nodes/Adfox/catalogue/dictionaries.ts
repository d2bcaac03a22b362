import { choice, documented, flags, id, method, texts, type Method } from './method';
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
	contractor: documented('account/list/contractor', ...id('actionObjectID')),
	contract: method('account/list/contract', 'history-doc', ...id('actionObjectID')),
	bannerKktu: documented('account/list/bannerKktu'),
	tracingPoint: method('account/list/tracingPoint', 'istretiakova/AF_API', ...id('advertiserID')),
	sector: documented('account/utility/sector'),
	os: documented('account/utility/os'),
	browser: method('account/utility/browser', 'istretiakova/AF_API'),
	manufacturer: documented('account/utility/manufacturer'),
} satisfies Record<string, Method>;

export const contracts = [
	documented(
		'account/add/contractor',
		...texts('name* inn*'),
		choice('type*', CONTRACTOR_TYPE),
		...texts('countryOKSM mobilePhone epayNumber regNumber roles[]'),
		...flags('isRr isOrs'),
		...texts('rsUrl'),
	),
	documented(
		'account/add/contract',
		choice('type*', CONTRACT_TYPE),
		...id('customerID* executorID*'),
		choice('contractRole', CONTRACT_ROLE),
		...id('intermediaryContractID'),
		...texts('subjectType actionType number amountType amountRub dateConclusion socialType'),
		...flags('isRegReport agentActingForPublisher chargePaidByAgent isVat isFinalAgreement'),
	),
];
