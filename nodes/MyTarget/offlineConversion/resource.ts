import { onOne } from '../../shared/operations/object-resource';
import type { Resource } from '../../shared/operations/operation';
import { asNumber } from '../../shared/parameters/simplify';
import type { MyTargetApi } from '../api';
import { wholeList } from '../list/whole-list';
import { locator } from '../object/resource';
import { offlineConversion } from './kind';
import { upload } from './upload';

const { title, value, collection } = offlineConversion;

const id = locator(
	{ search: offlineConversion.search, one: 'list' },
	{ displayName: 'List', name: 'offlineConversionId' },
);

export const offlineConversions: Resource<MyTargetApi> = {
	name: title,
	value,
	defaultOperation: 'getAll',
	operations: [
		onOne(id, {
			name: 'Delete',
			value: 'delete',
			description: 'Delete a list of offline conversions',
			action: 'Delete a list of offline conversions',
			writes: true,
			result: { did: 'Deleted', one: 'list', many: 'lists' },
			async row({ api }, list) {
				const check = `Look with ${title} > Get Many whether list ${list} is still there.`;
				await api.delete(collection, list, check);
				return { id: asNumber(list), deleted: true };
			},
		}),
		wholeList('lists of offline conversions', ['id', 'name', 'type', 'load_status'], (api) =>
			api.wholeList(`${collection}.json`),
		),
		upload,
	],
};
