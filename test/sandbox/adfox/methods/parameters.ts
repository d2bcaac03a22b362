import {
	clock,
	clockWithSeconds,
	dateTime,
	decimal,
	each,
	flag,
	id,
	integer,
	jsonObject,
	oneOf,
	orEmpty,
	status,
	text,
	type Parameters,
} from '../classic/checks';
import type { Method } from '../classic/method';

/** What can be written of objects (sheet, 2.4 and 2.7 to 2.9), with the allowed values of 2.10. */

const number = integer(0);
const limit = integer(1);
const price = decimal(0, 99_999);
const upToThree = oneOf('0', '1', '2', '3');
const dates = each(dateTime, 'dateStart dateEnd');

export const IMPRESSION_LIMITS = each(limit, 'maxImpressions maxImpressionsPerDay maxImpressionsPerHour');
export const CLICK_LIMITS = each(limit, 'maxClicks maxClicksPerDay maxClicksPerHour');

const hundreds = Array.from({ length: 30 }, (_, index) => String(101 + index));
const impressionsMethodID = oneOf('0', ...hundreds, '1101', '2101', '2102');

const OF_ALL_CAMPAIGNS: Parameters = {
	name: text,
	...each(id, 'advertiserID assistantID contractID publisherContractID'),
	status,
	sectorID: number,
	...CLICK_LIMITS,
	...dates,
	sendToErir: flag,
	costType: upToThree,
};

const OF_CAMPAIGNS: Parameters = {
	...OF_ALL_CAMPAIGNS,
	kind_id: oneOf('1', '2', '3'),
	// The module "Campaign types", which has more of them, is off (2.10).
	level: integer(1, 10),
	priority: integer(1, 1000),
	trafficPercents: integer(1, 100),
	targetingProfileID: id,
	...each(flag, 'rotationMethodID isSession logicType'),
	impressionsSmoothTypeID: upToThree,
	...each(price, 'cpm cpc'),
	markingAdvertiserInfo: text,
	// Of earlier editions (7.3): deprecated, not wrong.
	sequence: number,
	...each(upToThree, 'tracingTypeID clicksSmoothTypeID'),
	outerMarkID: oneOf('0', '1', '2'),
	isSimplifiedBanners: flag,
	'okveds[]': text,
};

export const CAMPAIGN_ADD: Parameters = {
	...OF_CAMPAIGNS,
	...IMPRESSION_LIMITS,
	...each(id, 'superCampaignID commonProfileID bundleID'),
	impressionsMethodID,
	...each(number, 'type bannerSequence'),
};

/** Without `maxImpressionsPerHour`, which add has (2.7). */
export const CAMPAIGN_MODIFY: Parameters = {
	...OF_CAMPAIGNS,
	...each(limit, 'maxImpressions maxImpressionsPerDay'),
	...each(decimal(0, 100), 'minCtr minVtr'),
	optimizationMode: oneOf('none', 'ctr'),
	isTrafficSmooth: flag,
	...each(price, 'cpv targetCPC'),
	strategy: text,
};

export const SUPER_CAMPAIGN_MODIFY: Parameters = {
	...OF_ALL_CAMPAIGNS,
	...IMPRESSION_LIMITS,
	maxUniqueImpressions: limit,
	frequencyTypeImpressions: integer(0, 9),
	uniquePeriodImpressions: clock,
	impressionsPerPeriod: number,
	minimalPeriodImpressions: clockWithSeconds,
};

export const SUPER_CAMPAIGN_ADD: Parameters = { ...SUPER_CAMPAIGN_MODIFY, impressionsMethodID };

export const USER = each(
	text,
	'account eMail company firstName lastName country state city ZIPCode address1 address2 phone fax',
);

export const WEBSITE: Parameters = {
	...each(text, 'name platformName url'),
	...each(id, 'webmasterID contractorID'),
	categoryID: number,
	sendToErir: flag,
	platformType: integer(0, 20),
};

export const ZONE_MODIFY: Parameters = {
	...each(text, 'name template templateExcluded'),
	categoryID: number,
	...each(flag, 'isAutoReferer templateTypeID'),
};

/** `pli` and `pop` are empty or absent for the first two values of `plp` (2.10). */
export const PLACE_MODIFY: Parameters = {
	name: text,
	categoryID: number,
	positionID: id,
	pct: oneOf('0', '1', '2', '3', '4'),
	plp: oneOf('-1', '0', '1', '2', '3', '4', '5'),
	pli: orEmpty(number),
	pop: orEmpty(limit),
};

export const CONTRACTOR: Parameters = {
	...each(text, 'name inn mobilePhone epayNumber regNumber rsUrl'),
	type: oneOf('0', '1', '2', '3', '4'),
	countryOKSM: limit,
	...each(flag, 'roles[] isRr isOrs'),
};

/** Fields of a banner that can be written (sheet, 2.4 and 2.8). */
export const BANNER_MODIFY: Parameters = {
	...each(text, 'name backgroundColor imageURL hitURL alt videoResolution trackingURL domain token getURL'),
	...each(text, 'markingDescription markingKktu markingCommonDescription markingSelectedRegions targetURL'),
	...each(text, 'textData[] okveds[]'),
	...each(flag, 'isEvents isUnplaced showMenu sendToErir'),
	...each(number, 'width height markingSendRegionsType'),
	targetingProfileID: id,
	priority: integer(1, 1000),
	status,
	target: oneOf('_blank', '_parent', '_top'),
	videoDuration: decimal(),
	...IMPRESSION_LIMITS,
	...CLICK_LIMITS,
	...dates,
	adLabel: oneOf('0', '1', '2'),
	creativeContentType: integer(0, 7),
	'mediaData[]': jsonObject,
};

export const BANNER_ADD: Parameters = { ...BANNER_MODIFY, ...each(id, 'campaignID templateID bannerTypeID') };

/** `userN` is what a list gives as `parameterN` (7.2, 6). */
export const BANNER_NUMBERED: NonNullable<Method['numbered']> = [
	[/^(user|event|hitURL)[1-9]\d*$/, text],
	[/^sendToErir\d+$/, flag],
	[/^sendToErir(ContentType|Description)\d+$/, text],
];
