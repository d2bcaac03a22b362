import { getMany } from '../../shared/operations/operation';
import { PAGE_SIZE, SEGMENT_PAGE_SIZE } from '../limits';
import { pagedList } from './paged-list';
import { wholeList } from './whole-list';

/** Clients of an agency (sheet 3.8). `status` is that of the relation, `user.status` that of the account. */
export const getClients = getMany(
	'clients of an agency',
	pagedList({
		path: '/api/v2/agency/clients.json',
		pageSize: PAGE_SIZE,
		fields: ['access_type', 'is_vkads', 'juridical_details', 'physical_details', 'status', 'user'],
		preset: [],
		sortsById: false,
		filters: 'user__id, user__username, user__status, status, q, is_vkads',
	}),
);

/** Comes as an object keyed by group (sheet 3.13). */
export const getGoals = wholeList('goals', async (api) =>
	Object.entries(await api.goals()).flatMap(([group, goals]) => goals.map((goal) => ({ group, ...goal }))),
);

/** About 170 of them (sheet 3.7). */
export const getPackages = wholeList('packages', (api) => api.wholeList('/api/v2/packages.json'));

/** The whole tree comes in one answer; paging and search do not work there (sheet 3.11). */
export const getRegions = wholeList('regions', (api) => api.wholeList('/api/v2/regions.json'));

/** Audience segments (sheet 3.12), the only list with pages of 100. */
export const getSegments = getMany(
	'segments',
	pagedList({
		path: '/api/v2/remarketing/segments.json',
		pageSize: SEGMENT_PAGE_SIZE,
		fields: ['created', 'flags', 'id', 'name', 'pass_condition', 'updated'],
		preset: [],
		sortsById: false,
		filters: 'id, name (also Starts With)',
	}),
);

/** Movements of money (sheet 3.16). */
export const getTransactions = getMany(
	'transactions',
	pagedList({
		path: '/api/v2/billing/transaction_groups.json',
		pageSize: PAGE_SIZE,
		fields: [],
		preset: [],
		sortsById: true,
		filters: 'id, amount, date, first_at, last_at, description, object_id, object_type',
	}),
);

/** Uploaded lists of users, unpaged. Of v3, because the older version has a budget of one request per minute (sheet 3.1, 3.12). */
export const getUserLists = wholeList('user lists', (api) =>
	api.wholeList('/api/v3/remarketing/users_lists.json'),
);
