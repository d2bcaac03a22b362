import type { Lookup } from '../lists/filters';
import type { Listable } from '../lists/listing';
import type { MyTargetOptions } from '../options';

import type { ResourceName } from './api-object';

const EQUAL: readonly Lookup[] = ['eq', 'in'];
const STATUS: readonly Lookup[] = ['eq', 'ne', 'in'];
const TIMES: readonly Lookup[] = ['lt', 'lte', 'gt', 'gte'];
const CLIENTS_ONLY: readonly Lookup[] = [];

const ID = { type: 'id', lookups: EQUAL, undocumented: ['not_in', 'ne'] } as const;
const SORTABLE = ['id', 'name', 'status'];

const GROUP_FIELDS = [
	...[
		'id',
		'name',
		'status',
		'created',
		'updated',
		'last_updated',
		'ad_plan_id',
		'package_id',
		'age_restrictions',
	],
	...['audit_pixels', 'autobidding_mode', 'banner_uniq_shows_limit', 'budget_limit', 'budget_limit_day'],
	...[
		'cr_max_price',
		'date_end',
		'date_start',
		'delivery',
		'enable_offline_goals',
		'enable_utm',
		'issues',
		'language',
	],
	...[
		'max_price',
		'mixing',
		'objective',
		'price',
		'priced_goal',
		'pricelist_id',
		'shows_limit',
		'targetings',
	],
	...['uniq_shows_limit', 'uniq_shows_period', 'utm'],
];

const PLAN_FIELDS = [
	...['id', 'name', 'status', 'created', 'updated', 'vkads_status', 'autobidding_mode', 'budget_limit'],
	...['budget_limit_day', 'date_start', 'date_end', 'max_price', 'objective', 'priced_goal', 'pricelist_id'],
	...['enable_offline_goals', 'ad_object_id', 'ad_object_type'],
];

const BANNER_FIELDS = [
	...[
		'id',
		'name',
		'status',
		'created',
		'updated',
		'ad_group_id',
		'campaign_id',
		'content',
		'delivery',
		'issues',
	],
	...['moderation_reasons', 'moderation_status', 'ord_marker', 'textblocks', 'urls'],
];

/** What the four lists let their callers ask for (3.2 to 3.5), and what only clients know of them. */
export function listableOf(resource: ResourceName, options: MyTargetOptions): Listable {
	const common = { showsLimit: false, hasFields: true };
	const filters = {
		id: ID,
		status: { type: 'status', lookups: STATUS, undocumented: ['not_in'] },
	} as const;
	switch (resource) {
		case 'campaigns':
		case 'ad_groups':
			return {
				...common,
				fields: {
					all: GROUP_FIELDS,
					defaults:
						resource === 'campaigns'
							? ['id', 'name', 'package_id', 'last_updated']
							: ['id', 'name', 'ad_plan_id', 'package_id'],
					forbidden: ['banners'],
				},
				sortable: SORTABLE,
				filters: {
					...filters,
					last_updated: { type: 'datetime', lookups: TIMES },
					updated: { type: 'datetime', lookups: CLIENTS_ONLY, undocumented: TIMES },
					// For campaigns of VK Ads a client has it in its tests (3.2).
					ad_plan_id: {
						type: 'id',
						lookups: resource === 'campaigns' ? ['in'] : CLIENTS_ONLY,
						undocumented: ['eq', 'in', 'ne', 'not_in'],
					},
					package_id: { type: 'id', lookups: CLIENTS_ONLY, undocumented: EQUAL },
				},
			};
		case 'ad_plans':
			return {
				...common,
				fields: { all: PLAN_FIELDS, defaults: ['id', 'name'], forbidden: ['ad_groups'] },
				sortable: SORTABLE,
				filters: {
					...filters,
					updated: { type: 'datetime', lookups: CLIENTS_ONLY, undocumented: TIMES },
					objective: { type: 'text', lookups: CLIENTS_ONLY, undocumented: EQUAL },
				},
			};
		case 'banners':
			return bannerListable(options);
	}
}

function bannerListable(options: MyTargetOptions): Listable {
	const searched = { type: 'text', lookups: ['eq'] } as const;
	return {
		showsLimit: false,
		hasFields: true,
		fields: {
			all: BANNER_FIELDS,
			defaults: ['id', options.bannerParent, 'moderation_status', 'ord_marker'],
		},
		// Not described (3.5).
		sortable: [],
		filters: {
			id: ID,
			status: { type: 'status', lookups: STATUS, undocumented: ['not_in'] },
			campaign_id: ID,
			ad_group_id: ID,
			campaign_status: { type: 'status', lookups: STATUS },
			ad_group_status: { type: 'status', lookups: STATUS },
			updated: { type: 'datetime', lookups: TIMES },
			url: { ...searched, search: (banner) => [JSON.stringify(banner.urls)] },
			textblock: { ...searched, search: (banner) => [JSON.stringify(banner.textblocks)] },
			moderation_status: { type: 'text', lookups: CLIENTS_ONLY, undocumented: EQUAL },
		},
	};
}
