import { getMany } from '../../shared/operations/operation';
import { names } from '../../shared/parameters/name-list-field';
import { AGENCY_CLIENTS } from './agency-clients';
import { PAGE_SIZE, SEGMENT_PAGE_SIZE } from '../limits';
import { fieldList } from './field-list';
import { ids, status } from './filters';
import { pagedList } from './paged-list';
import { wholeList } from './whole-list';

/** Clients of an agency (sheet 3.8). `status` is that of the relation, `user.status` that of the account. */
export const getClients = getMany(
	'clients of an agency',
	pagedList({
		path: AGENCY_CLIENTS,
		pageSize: PAGE_SIZE,
		fields: fieldList(
			'client',
			['access_type', 'is_vkads', 'juridical_details', 'physical_details', 'status', 'user'],
			[],
		),
		sortsById: false,
		conditions: ['status', 'is_vkads', 'q', 'user__id', 'user__status', 'user__username'],
		filters: [status],
	}),
);

/** Comes as an object keyed by group (sheet 3.13). */
export const getGoals = wholeList('goals', ['group', 'goal', 'counter_id', 'description'], async (api) =>
	Object.entries(await api.goals()).flatMap(([group, goals]) =>
		// What is no goal stays a row without anything.
		goals.map((goal) => (Object.keys(goal).length === 0 ? goal : { group, ...goal })),
	),
);

/** About 170 of them (sheet 3.7). */
export const getPackages = wholeList(
	'packages',
	['id', 'name', 'objective', 'price', 'status'],
	(api) => api.wholeList('/api/v2/packages.json'),
	'Get many packages, one row each: the ad formats, of which each ad group or campaign has one as its package_id',
);

/** The whole tree comes in one answer; paging and search do not work there (sheet 3.11). */
export const getRegions = wholeList('regions', ['id', 'flags', 'name', 'parent_id'], (api) =>
	api.wholeList('/api/v2/regions.json'),
);

/** Audience segments (sheet 3.12), the only list with pages of 100. */
export const getSegments = getMany(
	'segments of audiences',
	pagedList({
		path: '/api/v2/remarketing/segments.json',
		pageSize: SEGMENT_PAGE_SIZE,
		fields: fieldList('segment', ['created', 'flags', 'id', 'name', 'pass_condition', 'updated'], []),
		sortsById: false,
		conditions: ['id', 'name'],
		filters: [ids],
	}),
);

/** Movements of money (sheet 3.16). */
export const getTransactions = getMany(
	'transactions',
	pagedList({
		path: '/api/v2/billing/transaction_groups.json',
		pageSize: PAGE_SIZE,
		sortsById: true,
		conditions: names('id amount date description first_at last_at object_id object_type'),
		filters: [ids],
	}),
);

/** Uploaded lists of users, unpaged. Of v3, because the older version has a budget of one request per minute (sheet 3.1, 3.12). */
export const getUserLists = wholeList('user lists', ['id', 'name', 'status', 'type'], (api) =>
	api.wholeList('/api/v3/remarketing/users_lists.json'),
);
