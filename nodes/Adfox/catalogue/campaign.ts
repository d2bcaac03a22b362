import {
	choice,
	dates,
	dateTimes,
	decimals,
	flags,
	id,
	ids,
	integers,
	method,
	required,
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
	...required(...id('objectID actionObjectID'), ...flags('actionStatus')),
	choice('rotationMethodID', PLACED_ROTATION),
	...dateTimes('dateStart dateEnd'),
	...id('targetingProfileID'),
];

export const campaign = {
	list: method(
		'account/list/campaign',
		'account/account-list-campaign',
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
		...required(...texts('name'), ...id('advertiserID')),
		...id('superCampaignID commonProfileID bundleID'),
		...integers('impressionsMethodID'),
		...LIMITS,
		...CAMPAIGN,
	),
	modify: method(
		'campaign/modify',
		'campaign/campaign-modify',
		...required(...id('objectID')),
		...texts('name'),
		...id('advertiserID'),
		...decimals('minCtr minVtr cpv targetCPC'),
		choice('optimizationMode', OPTIMIZATION),
		...flags('isTrafficSmooth'),
		...texts('strategy'),
		...MODIFY_LIMITS,
		...CAMPAIGN,
	),
	delete: method(
		'account/delete/campaign',
		'kholodovitch/adfox_sdk_java',
		...required(...id('actionObjectID')),
	),
	placing: {
		website: method('campaign/placing/website', 'Business-Gazeta/adfox-api', ...PLACING, ...LIMITS),
		zone: method('campaign/placing/zone', 'Business-Gazeta/adfox-api', ...PLACING),
		place: method('campaign/placing/place', 'Business-Gazeta/adfox-api', ...PLACING),
	},
};

export const superCampaign = {
	list: method(
		'account/list/superCampaign',
		'account/account-list-superCampaign',
		...id('actionObjectID'),
		...dates('dateAddedFrom dateAddedTo'),
		choice('show', COMPLETENESS),
		...texts('search'),
	),
	add: method(
		'account/add/superCampaign',
		'account/account-add-superCampaign',
		...required(...texts('name'), ...id('advertiserID')),
		...integers('impressionsMethodID'),
		...SUPER_CAMPAIGN,
	),
	modify: method(
		'superCampaign/modify',
		'superCampaign/superCampaign-modify',
		...required(...id('objectID')),
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
	method(
		'campaign/list/banner',
		'campaign/campaign-additionalUsers-addAdvertiser',
		...required(...id('objectID')),
	),
	method('campaign/info/placement', 'campaign/campaign-info-placement', ...required(...id('objectID'))),
	method(
		'campaign/info/placement2',
		'Business-Gazeta/adfox-api',
		...required(...id('objectID'), choice('dataType', DATA_TYPE), choice('isOn', ON_OFF)),
		...id('websiteID sectionID'),
	),
	method('campaign/info/targeting', 'campaign/campaign-info-targeting', ...required(...id('objectID'))),
	method('campaign/upload', 'vleukhin/adfox', ...required(...id('objectID')), ...texts('file')),
	method('campaign/upload/URL', 'vleukhin/adfox', ...required(...id('objectID'), ...texts('URL'))),
	...['superCampaign', 'campaign'].flatMap((object) =>
		['Advertiser', 'Assistant'].flatMap((user) =>
			['add', 'delete'].map((verb) =>
				method(
					`${object}/additionalUsers/${verb}${user}`,
					`${object}/${object}-additionalUsers-${verb}${user}`,
					...required(...id(`objectID ${user.toLowerCase()}ID`)),
				),
			),
		),
	),
];
