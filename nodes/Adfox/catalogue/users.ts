import { flags, id, integers, method, required, texts, type MethodParameter } from './method';

const CONTACT: readonly MethodParameter[] = texts(
	'company firstName lastName country state city ZIPCode address1 address2 phone fax',
);
const PAYMENT: readonly MethodParameter[] = texts('WMZ WMZProtection YandexMoney comments');

export const advertiser = {
	list: method('account/list/advertiser', 'account/account-list-advertiser', ...id('actionObjectID')),
	add: method(
		'account/add/advertiser',
		'account/account-add-advertiser',
		...required(...texts('account eMail')),
		...CONTACT,
	),
	modify: method(
		'advertiser/modify',
		'seed; advertiser/advertiser-modify',
		...required(...id('objectID')),
		...texts('account eMail'),
		...CONTACT,
	),
};

export const userLists = {
	webmaster: method('account/list/webmaster', 'account/account-list-webmaster', ...id('actionObjectID')),
	assistant: method('account/list/assistant', 'account/account-list-assistant', ...id('actionObjectID')),
	userCriterias: method(
		'account/list/userCriterias',
		'account/account-list-userCriterias',
		...id('actionObjectID'),
	),
};

export const userOthers = [
	method(
		'account/add/webmaster',
		'account/account-add-webmaster',
		...required(...texts('account eMail')),
		...CONTACT,
		...PAYMENT,
	),
	method(
		'webmaster/modify',
		'webmaster/webmaster-modify',
		...required(...id('objectID')),
		...texts('account eMail'),
		...CONTACT,
		...PAYMENT,
	),
	method('account/add/assistant', 'account/account (name only)', ...texts('account eMail'), ...CONTACT),
	method(
		'assistant/modify',
		'seed; assistant/assistant-modify',
		...required(...id('objectID')),
		...texts('account eMail company firstName lastName'),
		...flags('isCreateOwnCampaigns isAdvertisers isModifyAllCampaigns isModifyOwnCampaigns'),
		...flags('isViewAllCampaigns isViewOwnCampaigns isWebsite isCommonReports'),
	),
	method('account/delete/user', 'account/account-delete-user', ...required(...id('actionObjectID'))),
	method(
		'account/delete/assistant',
		'account/account-delete-assistant',
		...required(...id('actionObjectID')),
	),
	method('account/auth', 'seed'),
	method(
		'account/changePassword',
		'seed; kholodovitch/adfox_sdk_java',
		...texts('currentPassword newPassword userID roleFlag'),
	),
	method(
		'userCriteria/listValues',
		'userCriteria/userCriteria-listValues',
		...integers('criteriaID'),
		...id('objectID'),
	),
	method(
		'userCriteria/addValue',
		'userCriteria/userCriteria-addValue',
		...required(...integers('criteriaID'), ...texts('userID name')),
		...flags('isOn'),
	),
	method(
		'userCriteria/modifyValue',
		'userCriteria/userCriteria-modifyValue',
		...required(...integers('criteriaID'), ...id('objectID'), ...texts('userID name')),
	),
	method('userCriteria/removeValue', 'istretiakova/AF_API', ...required(...id('objectID'))),
];
