import type { StoredRow } from './collection';

/** A new object's fields in the order of the answer, without the id: `field=first value`, '' where none is said. */
const row = (fields: string): StoredRow =>
	Object.fromEntries(
		fields
			.trim()
			.split(/\s+/)
			.map((field): [string, string] => {
				const [name, value = ''] = field.split('=');
				return [name!, value];
			}),
	);

const PEOPLE =
	'advertiserID advertiserAccount assistantID assistantAccount additionalAdvertiserIDs additionalAdvertiserAccounts additionalAssistantIDs additionalAssistantAccounts';
const LIMITS =
	'maxImpressions maxImpressionsPerDay maxImpressionsPerHour maxClicks maxClicksPerDay maxClicksPerHour';
const PERSON =
	'account company firstName lastName eMail country state city ZIPCode address1 address2 phone fax dateAdded';

/** Fields of section 2.3 of the sheet. */
export const SUPER_CAMPAIGN = row(`
	name ${PEOPLE} logicType=0 type=0 status=0 impressionsMethodID=0 ${LIMITS} dateStart dateEnd dateFinished dateAdded`);

export const CAMPAIGN = row(`
	name superCampaignID superCampaignName ${PEOPLE} status=0 level=1 priority=1 type=0 kind_id=0 logicType=0
	sectorID=0 rotationMethodID=0 trafficPercents impressionsMethodID=0 impressionsSmoothTypeID=0 clicksSmoothTypeID=0
	isTrafficSmooth=0 isSession=0 sequence=0 bannerSequence=0 targetingProfileID cpm cpc ${LIMITS}
	impressionsAll=0 impressionsToday=0 impressionsHour=0 clicksAll=0 clicksToday=0 clicksHour=0
	dateStart dateEnd dateFinished dateAdded`);

export const BANNER = row(`
	name campaignID campaignName campaignDateStart campaignDateEnd bannerTypeID bannerTypeName status=0 isUnplaced=0
	priority=1 impressions=0 impressionsToday=0 impressionsHour=0 clicks=0 clicksToday=0 clicksHour=0
	targetingProfileID targetingProfileName isEvents=0 templateID templateName imageURL hitURL impressionCode
	trackingURL width height target alt backgroundColor ${LIMITS} dateStart dateEnd dateAdded`);

export const ADVERTISER = row(`${PERSON} isByAssistantCreated=0`);
export const WEBMASTER = row(`${PERSON} WMZ WMZProtection YandexMoney comments`);
export const ASSISTANT = row(PERSON);

/** `URL` and `url` are two fields (sheet, 7.1, 8). */
export const WEBSITE = row(`
	name URL isActive=1 webmasterID webmasterAccount adNetworkID adNetworkName categoryID=0 categoryName loadsToday=0
	impressionsToday=0 impressionsDefaultToday=0 clicksToday=0 CTRToday=0 isReferrerByURL=0 templateTypeID=0 template
	dateAdded platformName platformType contractorID url isMobileApp=0`);

export const ZONE = row(
	'name siteID siteName categoryID=0 categoryName isAutoReferer=1 templateTypeID=0 dateAdded template',
);

export const PLACE = row(`
	name positionID positionName zoneID zoneName siteID siteName categoryID=0 categoryName bannerTypeID bannerTypeName
	presentationTypeID=4 presentationTypeName=JavaScript dateAdded rsyaEnabled=0 rsyaBlockID`);

export const POSITION = row('name isPredefined=0 dateAdded');
export const CATEGORY = row('name type=0 timeout');
export const CONTRACTOR: StoredRow = {
	...row('ownerID name type roles countryOKSM=643 inn mobilePhone epayNumber regNumber isOrs=0 isRr=0 rsUrl'),
	roles: ['0', '1'],
};
export const CONTRACT = row(
	'type contractRole customerID executorID subjectType actionType number amountType amountRub dateConclusion',
);
