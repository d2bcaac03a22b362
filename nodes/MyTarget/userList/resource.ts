import { ConnectorError } from '../../../connector/errors';
import { lookFor, onOne } from '../../shared/operations/object-resource';
import type { Resource } from '../../shared/operations/operation';
import { asNumber } from '../../shared/parameters/simplify';
import type { MyTargetApi } from '../api';
import { getUserLists } from '../list/lists';
import { locator } from '../object/resource';
import { userList } from './kind';
import { upload } from './upload';

const { title, value, each, one, many, collection, fields } = userList;

const id = locator(userList, { displayName: title, name: 'userListId' });

export const userLists: Resource<MyTargetApi> = {
	name: title,
	value,
	defaultOperation: 'getAll',
	operations: [
		onOne(id, {
			name: 'Delete',
			value: 'delete',
			description: `Delete ${each} that no audience uses`,
			action: `Delete ${each}`,
			writes: true,
			result: { did: 'Deleted', one, many },
			async row({ api }, list) {
				await api.delete(collection, list, lookFor.deleted(userList, list)).catch((error: unknown) => {
					throw inUse(error, list);
				});
				return { id: asNumber(list), deleted: true };
			},
		}),
		onOne(id, {
			name: 'Get',
			value: 'get',
			description: `Get ${each} with its status by its ID`,
			action: `Get ${each}`,
			row: async ({ api }, list) => api.object(collection, list, [], fields),
		}),
		getUserLists,
		upload,
	],
};

/** The one conflict that the platform knows (sheet 3.12). */
function inUse(error: unknown, list: string): unknown {
	if (!(error instanceof ConnectorError) || error.status !== 409) return error;
	return error.with({
		message: `User list ${list} is in use, so VK Ads does not delete it (409).`,
		advice:
			'Take it out of the segments (audiences) that it is a part of, then delete it. Segment > Get Many lists them.',
	});
}
