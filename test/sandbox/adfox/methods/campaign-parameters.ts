import {
	clock,
	clockWithSeconds,
	dateTime,
	decimal,
	flag,
	id,
	integer,
	oneOf,
	status,
	text,
} from '../classic/checks';
import type { Parameters } from '../classic/method';

/** Allowed values of section 2.10 of the sheet. */

const limit = integer(1);

export const IMPRESSION_LIMITS: Parameters = {
	maxImpressions: limit,
	maxImpressionsPerDay: limit,
	maxImpressionsPerHour: limit,
};

export const CLICK_LIMITS: Parameters = {
	maxClicks: limit,
	maxClicksPerDay: limit,
	maxClicksPerHour: limit,
};

const impressionsMethodID = oneOf(
	'0',
	...Array.from({ length: 30 }, (_, index) => String(101 + index)),
	'1101',
	'2101',
	'2102',
);

const MARKING: Parameters = {
	sendToErir: flag,
	contractID: id,
	publisherContractID: id,
	costType: oneOf('0', '1', '2', '3'),
};

const smoothing = oneOf('0', '1', '2', '3');

const OF_CAMPAIGNS: Parameters = {
	name: text,
	advertiserID: id,
	assistantID: id,
	kind_id: oneOf('1', '2', '3'),
	// The module "Campaign types", which has more of them, is off (2.10).
	level: integer(1, 10),
	priority: integer(1, 1000),
	status,
	sectorID: integer(0),
	rotationMethodID: oneOf('0', '1'),
	trafficPercents: integer(1, 100),
	targetingProfileID: id,
	isSession: flag,
	impressionsSmoothTypeID: smoothing,
	...CLICK_LIMITS,
	dateStart: dateTime,
	dateEnd: dateTime,
	logicType: flag,
	cpm: decimal(0, 99_999),
	cpc: decimal(0, 99_999),
	...MARKING,
	markingAdvertiserInfo: text,
	// Of earlier editions (7.3): deprecated, not wrong.
	sequence: integer(0),
	tracingTypeID: oneOf('0', '1', '2', '3'),
	outerMarkID: oneOf('0', '1', '2'),
	isSimplifiedBanners: flag,
	clicksSmoothTypeID: smoothing,
	'okveds[]': text,
};

export const CAMPAIGN_ADD: Parameters = {
	...OF_CAMPAIGNS,
	...IMPRESSION_LIMITS,
	superCampaignID: id,
	impressionsMethodID,
	commonProfileID: id,
	bundleID: id,
	type: integer(0),
	bannerSequence: integer(0),
};

/** Without `maxImpressionsPerHour`, which add has (2.7). */
export const CAMPAIGN_MODIFY: Parameters = {
	...OF_CAMPAIGNS,
	maxImpressions: limit,
	maxImpressionsPerDay: limit,
	minCtr: decimal(0, 100),
	minVtr: decimal(0, 100),
	optimizationMode: oneOf('none', 'ctr'),
	isTrafficSmooth: flag,
	cpv: decimal(0, 99_999),
	strategy: text,
	targetCPC: decimal(0, 99_999),
};

export const SUPER_CAMPAIGN_MODIFY: Parameters = {
	name: text,
	advertiserID: id,
	assistantID: id,
	status,
	sectorID: integer(0),
	...IMPRESSION_LIMITS,
	...CLICK_LIMITS,
	maxUniqueImpressions: limit,
	frequencyTypeImpressions: integer(0, 9),
	uniquePeriodImpressions: clock,
	impressionsPerPeriod: integer(0),
	minimalPeriodImpressions: clockWithSeconds,
	dateStart: dateTime,
	dateEnd: dateTime,
	...MARKING,
};

export const SUPER_CAMPAIGN_ADD: Parameters = { ...SUPER_CAMPAIGN_MODIFY, impressionsMethodID };
