import {
	choice,
	dateTimes,
	dates,
	decimals,
	documented,
	file,
	flags,
	id,
	ids,
	integers,
	method,
	texts,
	type MethodParameter,
} from './method';
import {
	CAMPAIGN_SHOW,
	COMPLETENESS,
	COST_TYPE,
	DATA_TYPE,
	KIND,
	LIMITS,
	LOGIC_TYPE,
	MODIFY_LIMITS,
	ON_OFF,
	OPTIMIZATION,
	OUTER_MARK,
	PLACED_ROTATION,
	ROTATION,
	SHOW_MODE,
	SMOOTH,
	STATUS,
	TRACING_TYPE,
	FREQUENCY_TYPE,
} from './values';

/** What campaigns and super campaigns have in common. */
const PERIOD_AND_MARKING: readonly MethodParameter[] = [
	...dateTimes('dateStart dateEnd'),
	...flags('sendToErir'),
	...id('contractID publisherContractID'),
	choice('costType', COST_TYPE),
];

/** Of campaigns, when they are made and when they are changed. The last lines are of earlier editions (sheet 2.4). */
const CAMPAIGN: readonly MethodParameter[] = [
	...id('assistantID'),
	choice('kind_id', KIND),
	...integers('level'),
	...decimals('cpm cpc'),
	...integers('priority'),
	choice('status', STATUS),
	...id('sectorID'),
	choice('rotationMethodID', ROTATION),
	...integers('trafficPercents'),
	...id('targetingProfileID'),
	...flags('isSession'),
	choice('impressionsSmoothTypeID', SMOOTH),
	choice('logicType', LOGIC_TYPE),
	...texts('markingAdvertiserInfo'),
	...PERIOD_AND_MARKING,
	...integers('type sequence bannerSequence'),
	choice('tracingTypeID', TRACING_TYPE),
	choice('outerMarkID', OUTER_MARK),
	...flags('isSimplifiedBanners'),
	choice('clicksSmoothTypeID', SMOOTH),
	...texts('okveds[]'),
];

const SUPER_CAMPAIGN: readonly MethodParameter[] = [
	...id('assistantID'),
	choice('status', STATUS),
	...id('sectorID'),
	...LIMITS,
	...integers('maxUniqueImpressions'),
	choice('frequencyTypeImpressions', FREQUENCY_TYPE),
	...texts('uniquePeriodImpressions minimalPeriodImpressions'),
	...integers('impressionsPerPeriod'),
	...PERIOD_AND_MARKING,
];

const PLACING: readonly MethodParameter[] = [
	...id('objectID* actionObjectID*'),
	...flags('actionStatus*'),
	choice('rotationMethodID', PLACED_ROTATION),
	...dateTimes('dateStart dateEnd'),
	...id('targetingProfileID'),
];

export const campaign = {
	list: documented(
		'account/list/campaign',
		...id('actionObjectID superCampaignID'),
		...dates('dateAddedFrom dateAddedTo'),
		choice('show', CAMPAIGN_SHOW),
		...texts('search'),
		...integers('criteriaID'),
		choice('showMode', SHOW_MODE),
	),
	add: method(
		'account/add/campaign',
		'seed; account/account-add-campaign',
		...texts('name*'),
		...id('advertiserID*'),
		...id('superCampaignID commonProfileID bundleID'),
		...integers('impressionsMethodID'),
		...LIMITS,
		...CAMPAIGN,
	),
	modify: documented(
		'campaign/modify',
		...id('objectID*'),
		...texts('name'),
		...id('advertiserID'),
		...decimals('minCtr minVtr cpv targetCPC'),
		choice('optimizationMode', OPTIMIZATION),
		...flags('isTrafficSmooth'),
		...texts('strategy'),
		...MODIFY_LIMITS,
		...CAMPAIGN,
	),
	delete: method('account/delete/campaign', 'kholodovitch/adfox_sdk_java', ...id('actionObjectID*')),
	placing: {
		website: method('campaign/placing/website', 'Business-Gazeta/adfox-api', ...PLACING, ...LIMITS),
		zone: method('campaign/placing/zone', 'Business-Gazeta/adfox-api', ...PLACING),
		place: method('campaign/placing/place', 'Business-Gazeta/adfox-api', ...PLACING),
	},
};

export const superCampaign = {
	list: documented(
		'account/list/superCampaign',
		...id('actionObjectID'),
		...dates('dateAddedFrom dateAddedTo'),
		choice('show', COMPLETENESS),
		...texts('search'),
	),
	add: documented(
		'account/add/superCampaign',
		...texts('name*'),
		...id('advertiserID*'),
		...integers('impressionsMethodID'),
		...SUPER_CAMPAIGN,
	),
	modify: documented(
		'superCampaign/modify',
		...id('objectID*'),
		...texts('name'),
		...id('advertiserID'),
		...SUPER_CAMPAIGN,
	),
};

/** Methods of both that no operation of its own covers. */
export const campaignOthers = [
	method(
		'account/delete/superCampaign',
		'kholodovitch/adfox_sdk_java (name only)',
		...ids('listIDs actionObjectID'),
	),
	method('campaign/list/banner', 'campaign/campaign-additionalUsers-addAdvertiser', ...id('objectID*')),
	documented('campaign/info/placement', ...id('objectID*')),
	method(
		'campaign/info/placement2',
		'Business-Gazeta/adfox-api',
		...id('objectID*'),
		choice('dataType*', DATA_TYPE),
		choice('isOn*', ON_OFF),
		...id('websiteID sectionID'),
	),
	documented('campaign/info/targeting', ...id('objectID*')),
	method('campaign/upload', 'vleukhin/adfox', ...id('objectID*'), ...texts('URL'), file('file')),
	method('campaign/upload/URL', 'vleukhin/adfox', ...id('objectID*'), ...texts('URL*')),
	...['superCampaign', 'campaign'].flatMap((object) =>
		['Advertiser', 'Assistant'].flatMap((user) =>
			['add', 'delete'].map((verb) =>
				method(
					`${object}/additionalUsers/${verb}${user}`,
					`${object}/${object}-additionalUsers-${verb}${user}`,
					...id(`objectID* ${user.toLowerCase()}ID*`),
				),
			),
		),
	),
];
