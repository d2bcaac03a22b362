import type { StoredRow } from './collection';

/** Fields of new objects in the order of the answer, without the id; '' where nothing is set (sheet, 2.3). */

const fields = (names: string): StoredRow =>
	Object.fromEntries(names.split(' ').map((name) => [name, ''] as const));

const zeros = (names: string): StoredRow =>
	Object.fromEntries(names.split(' ').map((name) => [name, '0'] as const));

const ADDITIONAL =
	'additionalAdvertiserIDs additionalAdvertiserAccounts additionalAssistantIDs additionalAssistantAccounts';
const LIMITS =
	'maxImpressions maxImpressionsPerDay maxImpressionsPerHour maxClicks maxClicksPerDay maxClicksPerHour';
const USER =
	'account company firstName lastName eMail country state city ZIPCode address1 address2 phone fax dateAdded';

export const BLANK_SUPER_CAMPAIGN: StoredRow = {
	...fields(`name advertiserID advertiserAccount assistantID assistantAccount ${ADDITIONAL}`),
	...zeros('logicType type status impressionsMethodID'),
	...fields(`${LIMITS} dateStart dateEnd dateFinished dateAdded`),
};

export const BLANK_CAMPAIGN: StoredRow = {
	...fields(
		`name superCampaignID superCampaignName advertiserID advertiserAccount assistantID assistantAccount ${ADDITIONAL}`,
	),
	...zeros('status'),
	level: '1',
	priority: '1',
	...zeros('type kind_id logicType sectorID rotationMethodID'),
	trafficPercents: '',
	...zeros(
		'impressionsMethodID impressionsSmoothTypeID clicksSmoothTypeID isTrafficSmooth isSession sequence bannerSequence',
	),
	...fields(`targetingProfileID cpm cpc ${LIMITS}`),
	...zeros('impressionsAll impressionsToday impressionsHour clicksAll clicksToday clicksHour'),
	...fields('dateStart dateEnd dateFinished dateAdded'),
};

export const BLANK_BANNER: StoredRow = {
	...fields('name campaignID campaignName campaignDateStart campaignDateEnd bannerTypeID bannerTypeName'),
	...zeros('status isUnplaced'),
	priority: '1',
	...zeros('impressions impressionsToday impressionsHour clicks clicksToday clicksHour'),
	...fields('targetingProfileID targetingProfileName'),
	...zeros('isEvents'),
	...fields(
		`templateID templateName imageURL hitURL impressionCode trackingURL width height target alt backgroundColor ${LIMITS} dateStart dateEnd dateAdded`,
	),
};

export const BLANK_ADVERTISER: StoredRow = { ...fields(USER), ...zeros('isByAssistantCreated') };
export const BLANK_WEBMASTER: StoredRow = fields(`${USER} WMZ WMZProtection YandexMoney comments`);
export const BLANK_ASSISTANT: StoredRow = fields(USER);

/** `URL` and `url` are two fields (sheet, 7.1, 8). */
export const BLANK_WEBSITE: StoredRow = {
	...fields('name URL'),
	isActive: '1',
	...fields('webmasterID webmasterAccount adNetworkID adNetworkName'),
	...zeros('categoryID'),
	...fields('categoryName'),
	...zeros(
		'loadsToday impressionsToday impressionsDefaultToday clicksToday CTRToday isReferrerByURL templateTypeID',
	),
	...fields('template dateAdded platformName platformType contractorID url'),
	...zeros('isMobileApp'),
};

export const BLANK_ZONE: StoredRow = {
	...fields('name siteID siteName'),
	...zeros('categoryID'),
	categoryName: '',
	isAutoReferer: '1',
	...zeros('templateTypeID'),
	...fields('dateAdded template'),
};

export const BLANK_PLACE: StoredRow = {
	...fields('name positionID positionName zoneID zoneName siteID siteName'),
	...zeros('categoryID'),
	...fields('categoryName bannerTypeID bannerTypeName'),
	presentationTypeID: '4',
	presentationTypeName: 'JavaScript',
	...fields('dateAdded'),
	...zeros('rsyaEnabled'),
	rsyaBlockID: '',
};

export const BLANK_POSITION: StoredRow = { name: '', isPredefined: '0', dateAdded: '' };
export const BLANK_CATEGORY: StoredRow = { name: '', type: '0', timeout: '' };
export const BLANK_CONTRACTOR: StoredRow = {
	...fields('ownerID name type'),
	roles: ['0', '1'],
	countryOKSM: '643',
	...fields('inn mobilePhone epayNumber regNumber'),
	...zeros('isOrs isRr'),
	rsUrl: '',
};
export const BLANK_CONTRACT: StoredRow = fields(
	'type contractRole customerID executorID subjectType actionType number amountType amountRub dateConclusion',
);
