import { wholeList } from '../list/whole-list';

/** About 170 of them (sheet 3.7). */
export const getAll = wholeList({
	plural: 'packages',
	load: async (api) => api.wholeList('/api/v2/packages.json'),
});
