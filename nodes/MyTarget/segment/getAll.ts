import { pagedList } from '../list/paged-list';
import { SEGMENT_PAGE_SIZE } from '../limits';

/** Audience segments (sheet 3.12), the only list with pages of 100. */
export const getAll = pagedList({
	plural: 'segments',
	path: '/api/v2/remarketing/segments.json',
	pageSize: SEGMENT_PAGE_SIZE,
	fields: ['created', 'flags', 'id', 'name', 'pass_condition', 'updated'],
	preset: [],
	sortsById: false,
	filters: 'id, name (also Starts With)',
});
