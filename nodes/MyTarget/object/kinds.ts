import { kindNames, type KindNames } from '../../shared/operations/object-resource';
import { names } from '../../shared/parameters/name-list-field';
import { adGroupIds, adPlanIds, ids, status, updatedAfter, type NamedFilter } from '../list/filters';

/** One of the resources that can be read, created, changed and (most of them) deleted one by one. */
export interface ObjectKind extends KindNames {
	/** Path of the list without `.json`; its last part is what statistics call the kind. */
	readonly collection: string;
	readonly fields: readonly string[];
	/** Sorting by id is documented (sheet 3.0.3). */
	readonly sortsById: boolean;
	/** What a list can be filtered by, and the usual filters among it. */
	readonly conditions: readonly string[];
	readonly filters: readonly NamedFilter[];
	/** What the interface calls it, in the language of most users. */
	readonly russian: string;
	/** Of a body that creates one, and what has to go into it, told below the field. */
	readonly example: string;
	readonly bodyHint: string;
	/** Without which none is created, by the documentation (sheet 3.3, 3.4). */
	readonly needed: readonly string[];
	/** What can be sent only when one is created (sheet 3.4). */
	readonly createOnly: readonly string[];
	readonly deletes: boolean;
	/** It has a budget and dates of its own. */
	readonly hasBudget: boolean;
	/** The node's method behind the list of such objects. */
	readonly load: string;
}

function kind(
	one: string,
	collection: string,
	own: Omit<ObjectKind, keyof KindNames | 'collection' | 'load'>,
	title?: string,
): ObjectKind {
	const words = kindNames(one, { title });
	const load = words.search.replace('search', 'get');
	return { ...words, collection: `/api/v2/${collection}`, load, ...own };
}

/** Fields to ask for at first: the status is no default field of the platform. */
export const PRESET_FIELDS: readonly string[] = ['id', 'name', 'status'];

/** Fields of a campaign of myTarget, which is the same record as an ad group of VK Ads (sheet 3.2, 3.4). */
const GROUP_FIELDS = names(`
	id name status ad_plan_id age_restrictions audit_pixels autobidding_mode banner_uniq_shows_limit
	budget_limit budget_limit_day created date_end date_start delivery enable_utm issues objective
	package_id price priced_goal pricelist_id targetings uniq_shows_limit uniq_shows_period updated utm
`);

const withoutAdPlan = GROUP_FIELDS.filter((field) => field !== 'ad_plan_id');

export const campaign = kind('campaign', 'campaigns', {
	fields: [...withoutAdPlan, 'cr_max_price', 'mixing', 'shows_limit'],
	sortsById: true,
	conditions: ['id', 'status', 'ad_plan_id', 'last_updated'],
	filters: [ids, status, adPlanIds, updatedAfter('last_updated')],
	russian: 'Кампания',
	example: '{ "package_id": 83, "objective": "traffic" }',
	bodyHint: 'package_id, the kind of ad that it shows, goes in here',
	needed: [],
	createOnly: [],
	deletes: true,
	hasBudget: true,
});

export const adGroup = kind('ad group', 'ad_groups', {
	fields: [
		...GROUP_FIELDS,
		...names('enable_offline_goals language max_price package_priced_event_type sk_ad_campaign_id'),
	],
	sortsById: true,
	conditions: ['id', 'status', 'ad_plan_id', 'last_updated'],
	filters: [ids, status, adPlanIds, updatedAfter('last_updated')],
	russian: 'Группа',
	example: '{ "ad_plan_id": 1234567, "package_id": 3127 }',
	bodyHint:
		'package_id, the kind of ad that it shows, goes in here, and ad_plan_id, the ad plan that it belongs to',
	needed: ['name', 'package_id'],
	createOnly: ['banners'],
	deletes: true,
	hasBudget: true,
});

/** What VK Ads calls a campaign in its interface. Asking for its groups in `fields` is an error (trap 29). */
export const adPlan = kind(
	'ad plan',
	'ad_plans',
	{
		fields: names(`
			id name status autobidding_mode budget_limit budget_limit_day created date_end date_start
			enable_offline_goals max_price objective priced_goal pricelist_id updated vkads_status
		`),
		sortsById: true,
		conditions: ['id', 'status'],
		filters: [ids, status],
		russian: 'Кампания',
		example: '{ "objective": "traffic", "ad_groups": [{ "name": "New group", "package_id": 3127 }] }',
		bodyHint:
			'ad_groups, a list of the ad groups in it, goes in here: an ad plan is created together with them',
		needed: ['name', 'ad_groups'],
		createOnly: [],
		deletes: false,
		hasBudget: true,
	},
	'Ad Plan (VK Ads Campaign)',
);

export const banner = kind('banner', 'banners', {
	fields: names(`
		id name status ad_group_id campaign_id content created delivery issues moderation_reasons
		moderation_status ord_marker textblocks updated urls user_can_request_remoderation
	`),
	sortsById: false,
	conditions: names(`
		id status ad_group_id ad_group_status campaign_id campaign_status textblock updated url
	`),
	filters: [ids, status, adGroupIds, updatedAfter('updated')],
	russian: 'Объявление',
	example: '{ "urls": { "primary": { "id": 1 } }, "content": {}, "textblocks": {} }',
	bodyHint: 'urls, content and textblocks, which are the link, the pictures and the texts, go in here',
	needed: [],
	createOnly: [],
	deletes: true,
	hasBudget: false,
});

/** All of them, for the pickers. */
export const kinds: readonly ObjectKind[] = [adGroup, adPlan, banner, campaign];

/** What a banner belongs to: an ad group in VK Ads, a campaign in myTarget, which are the same records. */
export const parentOfBanner = {
	search: 'searchParents',
	one: 'ad group or campaign',
	sortsById: true,
	collectionOf: ({ hasAdPlans }: { readonly hasAdPlans: boolean }) =>
		(hasAdPlans ? adGroup : campaign).collection,
} as const;
