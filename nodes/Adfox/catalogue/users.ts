import { documented, flags, id, integers, method, texts, type MethodParameter } from './method';

const CONTACT: readonly MethodParameter[] = texts(
	'company firstName lastName country state city ZIPCode address1 address2 phone fax',
);
const PAYMENT: readonly MethodParameter[] = texts('WMZ WMZProtection YandexMoney comments');

export const advertiser = {
	list: documented('account/list/advertiser', ...id('actionObjectID')),
	add: documented('account/add/advertiser', ...texts('account* eMail*'), ...CONTACT),
	modify: method(
		'advertiser/modify',
		'seed; advertiser/advertiser-modify',
		...id('objectID*'),
		...texts('account eMail'),
		...CONTACT,
	),
};

export const userLists = {
	webmaster: documented('account/list/webmaster', ...id('actionObjectID')),
	assistant: documented('account/list/assistant', ...id('actionObjectID')),
	userCriterias: documented('account/list/userCriterias', ...id('actionObjectID')),
};

export const userOthers = [
	documented('account/add/webmaster', ...texts('account* eMail*'), ...CONTACT, ...PAYMENT),
	documented('webmaster/modify', ...id('objectID*'), ...texts('account eMail'), ...CONTACT, ...PAYMENT),
	method('account/add/assistant', 'account/account (name only)', ...texts('account eMail'), ...CONTACT),
	method(
		'assistant/modify',
		'seed; assistant/assistant-modify',
		...id('objectID*'),
		...texts('account eMail company firstName lastName'),
		...flags('isCreateOwnCampaigns isAdvertisers isModifyAllCampaigns isModifyOwnCampaigns'),
		...flags('isViewAllCampaigns isViewOwnCampaigns isWebsite isCommonReports'),
	),
	documented('account/delete/user', ...id('actionObjectID*')),
	documented('account/delete/assistant', ...id('actionObjectID*')),
	method('account/auth', 'seed'),
	method(
		'account/changePassword',
		'seed; kholodovitch/adfox_sdk_java',
		...texts('currentPassword newPassword userID roleFlag'),
	),
	documented('userCriteria/listValues', ...integers('criteriaID'), ...id('objectID')),
	documented(
		'userCriteria/addValue',
		...integers('criteriaID*'),
		...texts('userID* name*'),
		...flags('isOn'),
	),
	documented(
		'userCriteria/modifyValue',
		...integers('criteriaID*'),
		...id('objectID*'),
		...texts('userID* name*'),
	),
	method('userCriteria/removeValue', 'istretiakova/AF_API', ...id('objectID*')),
];
