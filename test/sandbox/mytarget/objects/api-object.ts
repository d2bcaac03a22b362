import type { Listable } from '../lists/listing';
import { words, type Lookup } from '../lists/query';

export type Status = 'active' | 'blocked' | 'deleted';

/** A campaign, plan, group or banner with every field that can be asked for. */
export interface ApiObject {
	readonly id: number;
	readonly name: string;
	readonly status: Status;
	readonly [field: string]: unknown;
}

/** The lists of section 3.2 to 3.5. Campaigns and ad groups are the same records with the same ids (section 2). */
export type ResourceName = 'campaigns' | 'ad_plans' | 'ad_groups' | 'banners';

/** What is stored: each kind has ids of its own. */
export type Kind = 'plans' | 'groups' | 'banners';

export const KIND_OF: Readonly<Record<ResourceName, Kind>> = {
	campaigns: 'groups',
	ad_groups: 'groups',
	ad_plans: 'plans',
	banners: 'banners',
};

/** Moscow days on which a banner was shown. */
export interface Life {
	readonly first: number;
	/** Infinity: to this day. */
	readonly last: number;
	readonly weight: number;
}

/** Some of the open list of section 4.3. */
export const OBJECTIVES = [
	'reach',
	'traffic',
	'appinstalls',
	'videoviews',
	'storeproductssales',
	'socialengagement',
];

/** The id of a package by its place in the list of packages. */
export function packageIdOf(place: number): number {
	return 81 + place * 2;
}

const MOSCOW_MS = 3 * 3_600_000;

/** YYYY-MM-DD HH:MM:SS in Moscow (1.10). */
export function moscowText(time: number): string {
	return new Date(time + MOSCOW_MS).toISOString().slice(0, 19).replace('T', ' ');
}

const EQUAL: readonly Lookup[] = ['eq', 'in'];
const STATUS: readonly Lookup[] = ['eq', 'ne', 'in'];
const TIMES: readonly Lookup[] = ['lt', 'lte', 'gt', 'gte'];

const GROUP_FIELDS = words(`
	id name status created updated last_updated ad_plan_id package_id age_restrictions audit_pixels autobidding_mode
	banner_uniq_shows_limit budget_limit budget_limit_day cr_max_price date_end date_start delivery enable_offline_goals
	enable_utm issues language max_price mixing objective price priced_goal pricelist_id shows_limit targetings
	uniq_shows_limit uniq_shows_period utm`);

const PLAN_FIELDS = words(`
	id name status created updated vkads_status autobidding_mode budget_limit budget_limit_day date_start date_end
	max_price objective priced_goal pricelist_id enable_offline_goals ad_object_id ad_object_type`);

const BANNER_FIELDS = words(`
	id name status created updated ad_group_id campaign_id content delivery issues moderation_reasons moderation_status
	ord_marker textblocks urls user_can_request_remoderation`);

const FILTERS = {
	id: { type: 'id', lookups: EQUAL },
	status: { type: 'status', lookups: STATUS },
} as const;
const SEARCHED = { type: 'text', lookups: ['eq'] } as const;

const GROUPS = {
	showsLimit: false,
	hasFields: true,
	sortable: ['id', 'name', 'status'],
	filters: { ...FILTERS, last_updated: { type: 'datetime', lookups: TIMES } },
} as const;

/** What the four lists let their callers ask for (3.2 to 3.5). */
export const LISTABLE: Readonly<Record<ResourceName, Listable>> = {
	campaigns: {
		...GROUPS,
		fields: { all: GROUP_FIELDS, defaults: ['id', 'name', 'package_id', 'last_updated'] },
		// For campaigns of VK Ads a client has it in its tests (3.2).
		filters: { ...GROUPS.filters, ad_plan_id: { type: 'id', lookups: ['in'] } },
	},
	ad_groups: {
		...GROUPS,
		fields: { all: GROUP_FIELDS, defaults: ['id', 'name', 'ad_plan_id', 'package_id'] },
		// Of a client's list of filters (3.4).
		filters: { ...GROUPS.filters, ad_plan_id: { type: 'id', lookups: ['eq', 'in'] } },
	},
	ad_plans: { ...GROUPS, fields: { all: PLAN_FIELDS, defaults: ['id', 'name'] }, filters: FILTERS },
	banners: {
		showsLimit: false,
		hasFields: true,
		fields: { all: BANNER_FIELDS, defaults: ['id', 'ad_group_id', 'moderation_status', 'ord_marker'] },
		// Not described (3.5).
		sortable: [],
		filters: {
			...FILTERS,
			campaign_id: FILTERS.id,
			ad_group_id: FILTERS.id,
			campaign_status: FILTERS.status,
			ad_group_status: FILTERS.status,
			updated: { type: 'datetime', lookups: TIMES },
			url: { ...SEARCHED, search: (banner) => [JSON.stringify(banner.urls)] },
			textblock: { ...SEARCHED, search: (banner) => [JSON.stringify(banner.textblocks)] },
		},
	},
};
