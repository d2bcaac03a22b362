/** One of the resources that can be read, created, changed and (most of them) deleted one by one. */
export interface ObjectKind {
	/** As the node's resource calls it, and as its value is. */
	readonly name: string;
	readonly resource: string;
	/** In the middle of a sentence. */
	readonly one: string;
	readonly plural: string;
	/** Path of the list without `.json`. */
	readonly collection: string;
	readonly fields: readonly string[];
	/** Sorting by id is documented (sheet 3.0.3). */
	readonly sortsById: boolean;
	readonly filters: string;
	/** Name of the node's method that searches for one. */
	readonly searchMethod: string;
}

/** Fields to ask for at first: the status is no default field of the platform. */
export const PRESET_FIELDS: readonly string[] = ['id', 'name', 'status'];

/** Fields of a campaign of myTarget, which is the same record as an ad group of VK Ads (sheet 3.2, 3.4). */
const GROUP_FIELDS: readonly string[] = [
	'id',
	'name',
	'status',
	'ad_plan_id',
	'age_restrictions',
	'audit_pixels',
	'autobidding_mode',
	'banner_uniq_shows_limit',
	'budget_limit',
	'budget_limit_day',
	'created',
	'date_end',
	'date_start',
	'delivery',
	'enable_utm',
	'issues',
	'objective',
	'package_id',
	'price',
	'priced_goal',
	'pricelist_id',
	'targetings',
	'uniq_shows_limit',
	'uniq_shows_period',
	'updated',
	'utm',
];

const withoutAdPlan = GROUP_FIELDS.filter((field) => field !== 'ad_plan_id');

export const campaign: ObjectKind = {
	name: 'Campaign',
	resource: 'campaign',
	one: 'campaign',
	plural: 'campaigns',
	collection: '/api/v2/campaigns',
	fields: [...withoutAdPlan, 'cr_max_price', 'mixing', 'shows_limit'],
	sortsById: true,
	filters: 'id, status, last_updated',
	searchMethod: 'searchCampaigns',
};

export const adGroup: ObjectKind = {
	name: 'Ad Group',
	resource: 'adGroup',
	one: 'ad group',
	plural: 'ad groups',
	collection: '/api/v2/ad_groups',
	fields: [
		...GROUP_FIELDS,
		'enable_offline_goals',
		'language',
		'max_price',
		'package_priced_event_type',
		'sk_ad_campaign_id',
	],
	sortsById: true,
	filters: 'id, status, last_updated',
	searchMethod: 'searchAdGroups',
};

/** What VK Ads calls a campaign in its interface. Asking for its groups in `fields` is an error (trap 29). */
export const adPlan: ObjectKind = {
	name: 'Ad Plan (VK Ads Campaign)',
	resource: 'adPlan',
	one: 'ad plan',
	plural: 'ad plans',
	collection: '/api/v2/ad_plans',
	fields: [
		'id',
		'name',
		'status',
		'autobidding_mode',
		'budget_limit',
		'budget_limit_day',
		'created',
		'date_end',
		'date_start',
		'enable_offline_goals',
		'max_price',
		'objective',
		'priced_goal',
		'pricelist_id',
		'updated',
		'vkads_status',
	],
	sortsById: true,
	filters: 'id, status',
	searchMethod: 'searchAdPlans',
};

export const banner: ObjectKind = {
	name: 'Banner',
	resource: 'banner',
	one: 'banner',
	plural: 'banners',
	collection: '/api/v2/banners',
	fields: [
		'id',
		'name',
		'status',
		'ad_group_id',
		'campaign_id',
		'content',
		'created',
		'delivery',
		'issues',
		'moderation_reasons',
		'moderation_status',
		'ord_marker',
		'textblocks',
		'updated',
		'urls',
	],
	sortsById: false,
	filters:
		'id, campaign_id or ad_group_id, campaign_status or ad_group_status, status, updated, url, textblock',
	searchMethod: 'searchBanners',
};
