import { wholeList } from '../list/whole-list';

/** The whole tree comes in one answer; paging and search do not work there (sheet 3.11). */
export const getAll = wholeList({
	plural: 'regions',
	load: async (api) => api.wholeList('/api/v2/regions.json'),
});
