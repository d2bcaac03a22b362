import { pagedList } from '../list/paged-list';
import { PAGE_SIZE } from '../limits';

/** Clients of an agency (sheet 3.8). `status` is that of the relation, `user.status` that of the account. */
export const getAll = pagedList({
	plural: 'clients of an agency',
	path: '/api/v2/agency/clients.json',
	pageSize: PAGE_SIZE,
	fields: ['access_type', 'is_vkads', 'juridical_details', 'physical_details', 'status', 'user'],
	preset: [],
	sortsById: false,
	filters: 'user__id, user__username, user__status, status, q, is_vkads',
});
