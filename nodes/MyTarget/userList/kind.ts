import { kindNames } from '../../shared/operations/object-resource';
import { names } from '../../shared/parameters/name-list-field';

/** Lists of users, of v3: of the older version newer documentation knows nothing (sheet 3.12, 3.30). */
export const userList = {
	...kindNames('user list'),
	collection: '/api/v3/remarketing/users_lists',
	fields: names(
		'id name status type base created entries_count ids_count has_history matched_ids_count error',
	),
} as const;
