import { choice, documented, flags, id, ids, integers, method, texts, type MethodParameter } from './method';
import {
	CATEGORY_TYPE,
	CODE_TYPE,
	DEFAULT_BANNER_MODE,
	PCT,
	PLATFORM_TYPE,
	PLP,
	PRESENTATION_TYPE,
	TEMPLATE_TYPE,
} from './values';

const SITE: readonly MethodParameter[] = [
	...id('webmasterID categoryID'),
	...flags('sendToErir'),
	...texts('platformName'),
	choice('platformType', PLATFORM_TYPE),
	...id('contractorID'),
	...texts('url'),
];
const ZONE: readonly MethodParameter[] = [
	...id('categoryID'),
	...flags('isAutoReferer'),
	choice('templateTypeID', TEMPLATE_TYPE),
	...texts('template templateExcluded'),
];
const PLACE: readonly MethodParameter[] = [
	...id('categoryID'),
	choice('pct', PCT),
	choice('plp', PLP),
	...integers('pli pop'),
];
const LISTED: readonly MethodParameter[] = ids('listIDs*');

export const site = {
	list: method('account/list/website', 'seed; account/account-list-website', ...id('actionObjectID')),
	add: documented('account/add/website', ...texts('name*'), ...SITE),
	modify: method(
		'website/modify',
		'Business-Gazeta/adfox-api',
		...id('objectID*'),
		...texts('name'),
		...SITE,
	),
	delete: documented('account/delete/website', ...LISTED),
};

/** `actionObjectID2` is the ID of the site, for places too (sheet 2.3). */
export const zone = {
	list: documented('account/list/zone', ...id('actionObjectID actionObjectID2')),
	add: method('account/add/zone', 'Business-Gazeta/adfox-api', ...texts('name*'), ...id('siteID*'), ...ZONE),
	modify: method('zone/modify', 'Business-Gazeta/adfox-api', ...id('objectID*'), ...texts('name'), ...ZONE),
	delete: method('account/delete/zone', 'Business-Gazeta/adfox-api', ...LISTED),
};

export const place = {
	list: documented('account/list/place', ...id('actionObjectID actionObjectID2')),
	add: documented(
		'account/add/place',
		...texts('name*'),
		...id('siteID* zoneID* bannerTypeID* positionID*'),
		...PLACE,
	),
	modify: documented('place/modify', ...id('objectID*'), ...texts('name'), ...id('positionID'), ...PLACE),
	delete: method('account/delete/place', 'Business-Gazeta/adfox-api', ...id('siteID*'), ...LISTED),
};

export const inventoryLists = {
	position: method('account/list/position', 'seed; account/account-list-position', ...id('actionObjectID')),
	bannerType: method('account/list/bannerType', 'Business-Gazeta/adfox-api', ...id('actionObjectID')),
	template: documented('account/list/template', ...id('actionObjectID*')),
	category: method(
		'account/list/category',
		'Business-Gazeta/adfox-api',
		...id('actionObjectID'),
		choice('type', CATEGORY_TYPE),
	),
};

export const inventoryOthers = [
	documented('account/add/position', ...texts('name*')),
	method('position/modify', 'Business-Gazeta/adfox-api', ...id('objectID*'), ...texts('name')),
	documented('account/add/bannerType', ...texts('name*'), choice('presentationTypeID*', PRESENTATION_TYPE)),
	method(
		'bannerType/modify',
		'Business-Gazeta/adfox-api',
		...id('objectID*'),
		...texts('name'),
		...flags('isOn'),
		...texts('width height'),
	),
	method('bannerType/list/template', 'vleukhin/adfox', ...id('objectID*')),
	documented(
		'bannerType/updateDefaultBanner',
		...id('objectID*'),
		choice('mode*', DEFAULT_BANNER_MODE),
		...texts('defaultImageURL defaultHitURL'),
		...integers('defaultWidth defaultHeight'),
		...texts('defaultCode'),
		choice('defaultCodeType', CODE_TYPE),
	),
	method('account/delete/bannerType', 'Business-Gazeta/adfox-api', ...LISTED),
	method('account/delete/template', 'Business-Gazeta/adfox-api', ...LISTED),
	method(
		'account/add/category',
		'Business-Gazeta/adfox-api',
		...texts('name*'),
		choice('type', CATEGORY_TYPE),
		...integers('timeout'),
	),
	method(
		'account/modify/category',
		'Business-Gazeta/adfox-api',
		...id('actionObjectID*'),
		...texts('name'),
		choice('type', CATEGORY_TYPE),
		...integers('timeout'),
	),
	method('account/delete/category', 'Business-Gazeta/adfox-api', ...id('actionObjectID*')),
	// Of 2026; what they take was not seen (sheet 2.9).
	...['createBlock', 'bindBlock', 'rsyaEnabled', 'deleteBlock'].map((action) =>
		method(`place/${action}`, 'history-doc'),
	),
	method('place/listActiveBanners', 'Business-Gazeta/adfox-api', ...id('objectID*')),
	method(
		'place/updateDefaultBanner',
		'istretiakova/AF_API',
		...id('objectID*'),
		choice('mode', DEFAULT_BANNER_MODE),
		...texts('defaultCode'),
	),
];
