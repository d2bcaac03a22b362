import { kindNames, type KindNames } from '../../shared/operations/object-resource';
import { names } from '../../shared/parameters/name-list-field';

/** One of the resources that can be read, created, changed and (most of them) deleted one by one. */
export interface ObjectKind extends KindNames {
	/** Path of the list without `.json`; its last part is what statistics call the kind. */
	readonly collection: string;
	readonly fields: readonly string[];
	/** Sorting by id is documented (sheet 3.0.3). */
	readonly sortsById: boolean;
	/** What a list can be filtered by. */
	readonly filters: string;
	/** Of a body that creates one. */
	readonly example: string;
	readonly deletes: boolean;
}

function kind(
	one: string,
	collection: string,
	own: Omit<ObjectKind, keyof KindNames | 'collection'>,
	title?: string,
): ObjectKind {
	return { ...kindNames(one, { title, article: 'one' }), collection: `/api/v2/${collection}`, ...own };
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
	filters: 'id, status, last_updated',
	example: '{ "name": "New campaign", "package_id": 83 }',
	deletes: true,
});

export const adGroup = kind('ad group', 'ad_groups', {
	fields: [
		...GROUP_FIELDS,
		...names('enable_offline_goals language max_price package_priced_event_type sk_ad_campaign_id'),
	],
	sortsById: true,
	filters: 'id, status, last_updated',
	example: '{ "name": "New group", "ad_plan_id": 1234567, "package_id": 3127 }',
	deletes: true,
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
		filters: 'id, status',
		example: '{ "name": "New campaign", "objective": "traffic", "ad_groups": [] }',
		deletes: false,
	},
	'Ad Plan (VK Ads Campaign)',
);

export const banner = kind('banner', 'banners', {
	fields: names(`
		id name status ad_group_id campaign_id content created delivery issues moderation_reasons
		moderation_status ord_marker textblocks updated urls
	`),
	sortsById: false,
	filters:
		'id, campaign_id or ad_group_id, campaign_status or ad_group_status, status, updated, url, textblock',
	example: '{ "name": "New banner", "urls": { "primary": { "id": 1 } }, "content": {}, "textblocks": {} }',
	deletes: true,
});

/** All of them, for the pickers. */
export const kinds: readonly ObjectKind[] = [adGroup, adPlan, banner, campaign];
