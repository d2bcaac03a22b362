import { wholeList } from '../list/whole-list';

/** Uploaded lists of users, unpaged. Of v3, because the older version has a budget of one request per minute (sheet 3.1, 3.12). */
export const getAll = wholeList({
	plural: 'user lists',
	load: async (api) => api.wholeList('/api/v3/remarketing/users_lists.json'),
});
