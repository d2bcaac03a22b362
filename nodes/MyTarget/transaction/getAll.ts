import { pagedList } from '../list/paged-list';
import { PAGE_SIZE } from '../limits';

/** Movements of money (sheet 3.16). */
export const getAll = pagedList({
	plural: 'transactions',
	path: '/api/v2/billing/transaction_groups.json',
	pageSize: PAGE_SIZE,
	fields: [],
	preset: [],
	sortsById: true,
	filters: 'id, amount, date, first_at, last_at, description, object_id, object_type',
});
