import { flag, id, integer, oneOf, orEmpty, text } from '../classic/checks';
import type { Parameters } from '../classic/method';

/** Fields of the other objects (sheet, 2.4 and 2.9). */

export const USER: Parameters = Object.fromEntries(
	'account eMail company firstName lastName country state city ZIPCode address1 address2 phone fax'
		.split(' ')
		.map((name) => [name, text] as const),
);

export const WEBMASTER: Parameters = {
	...USER,
	WMZ: text,
	WMZProtection: text,
	YandexMoney: text,
	comments: text,
};

export const ASSISTANT_MODIFY: Parameters = {
	...USER,
	...Object.fromEntries(
		'isCreateOwnCampaigns isAdvertisers isModifyAllCampaigns isModifyOwnCampaigns isViewAllCampaigns isViewOwnCampaigns isWebsite isCommonReports'
			.split(' ')
			.map((name) => [name, flag] as const),
	),
};

export const WEBSITE: Parameters = {
	name: text,
	webmasterID: id,
	categoryID: integer(0),
	sendToErir: flag,
	platformName: text,
	platformType: integer(0, 20),
	contractorID: id,
	url: text,
};

export const ZONE_MODIFY: Parameters = {
	name: text,
	categoryID: integer(0),
	isAutoReferer: flag,
	templateTypeID: flag,
	template: text,
	templateExcluded: text,
};

/** `pli` and `pop` are empty or absent for the first two values of `plp` (2.10). */
export const PLACE_MODIFY: Parameters = {
	name: text,
	categoryID: integer(0),
	positionID: id,
	pct: oneOf('0', '1', '2', '3', '4'),
	plp: oneOf('-1', '0', '1', '2', '3', '4', '5'),
	pli: orEmpty(integer(0)),
	pop: orEmpty(integer(1)),
};

export const CATEGORY: Parameters = { name: text, type: flag, timeout: integer(0) };

export const CONTRACTOR: Parameters = {
	name: text,
	inn: text,
	type: oneOf('0', '1', '2', '3', '4'),
	countryOKSM: integer(1),
	mobilePhone: text,
	epayNumber: text,
	regNumber: text,
	'roles[]': flag,
	isRr: flag,
	isOrs: flag,
	rsUrl: text,
};

/** An empty value clears a field of a contract (7.2, 10). */
export const CONTRACT: Parameters = {
	type: oneOf('0', '1', '2'),
	customerID: id,
	executorID: id,
	...Object.fromEntries(
		'contractRole intermediaryContractID subjectType actionType number amountType amountRub dateConclusion isRegReport socialType agentActingForPublisher chargePaidByAgent isVat isFinalAgreement'
			.split(' ')
			.map((name) => [name, orEmpty(text)] as const),
	),
};
