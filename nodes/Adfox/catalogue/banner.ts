import {
	choice,
	dateTimes,
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
import { AD_LABEL, COMPLETENESS, CONTENT_TYPE, LIMITS, STATUS, TARGET } from './values';

/** When a banner is made and when it is changed. Template variables are written as `userN` and read as `parameterN`. */
const BANNER: readonly MethodParameter[] = [
	...id('targetingProfileID'),
	...integers('priority'),
	choice('status', STATUS),
	...flags('isEvents isUnplaced'),
	...texts('backgroundColor width height imageURL hitURL'),
	choice('target', TARGET),
	...texts('alt user<N> event<N> hitURL<N> videoResolution'),
	...decimals('videoDuration'),
	...LIMITS,
	...texts('trackingURL'),
	...dateTimes('dateStart dateEnd'),
	...flags('showMenu'),
	choice('adLabel', AD_LABEL),
	...texts('domain'),
	...flags('sendToErir'),
	...texts('token'),
	choice('creativeContentType', CONTENT_TYPE),
	...texts('markingDescription markingKktu markingCommonDescription'),
	...texts('markingSendRegionsType markingSelectedRegions targetURL textData[] mediaData[] okveds[] getURL'),
];

export const banner = {
	list: documented(
		'account/list/banner',
		...id('actionObjectID'),
		...ids('listCampaignIDs'),
		choice('show', COMPLETENESS),
		...texts('search'),
	),
	add: method(
		'account/add/banner',
		'seed; account/account-add-banner',
		...id('campaignID* templateID*'),
		...texts('name'),
		...id('bannerTypeID'),
		...BANNER,
	),
	modify: method(
		'banner/modify/banner',
		'seed; banner/banner-modify-banner',
		...id('objectID*'),
		...texts('name'),
		...BANNER,
		...flags('sendToErir<N>'),
		...integers('sendToErirContentType<N>'),
		...texts('sendToErirDescription<N>'),
	),
	delete: method(
		'account/delete/banner',
		'Business-Gazeta/adfox-api',
		...id('campaignID*'),
		...ids('listIDs*'),
	),
};

/** HTML5 archives (sheet 2.4); how large one may be is not documented. */
const ZIP = {
	what: 'a ZIP archive',
	endings: ['.zip'],
	mimeTypes: ['application/zip', 'application/x-zip-compressed', 'application/x-zip'],
};

export const bannerOthers = [
	documented(
		'banner/modify/placement',
		...id('objectID*'),
		...texts('type*'),
		...texts('_site<N> _section<N> _place<N>'),
	),
	method('banner/modify/zipFile', 'account/account-add-banner', ...id('objectID*'), file('zipFile*', ZIP)),
	documented('banner/info/bannerFields', ...id('objectID* additionalID*')),
	documented('banner/info/targeting', ...id('objectID*')),
	documented('account/list/bannerPlacements', ...id('bannerID*')),
	documented('account/list/defaultBanner', ...ids('listPlaceIDs listAdNetworkIDs')),
	method('account/list/activeBanners', 'Business-Gazeta/adfox-api', ...dateTimes('date')),
	method('placement/info', 'kholodovitch/adfox_sdk_java', ...texts('mode'), ...id('bannerID placeID')),
];
