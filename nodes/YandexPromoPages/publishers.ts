import type { INodeProperties } from 'n8n-workflow';

import type { YandexPromoPagesApi } from './api';
import type { Permission } from './schemas';

/**
 * Publishers whose data can be asked for: not deleted (trap 41), and readable. `canRead` is worded as "for reading
 * only", so whoever may write counts as well (trap 39).
 */
export async function accessiblePublishers(api: YandexPromoPagesApi): Promise<Permission[]> {
	const permissions = await api.permissions();
	return permissions.filter(
		({ canRead, canWrite, publisher }) =>
			(canRead === true || canWrite === true) && publisher.isDeleted !== true,
	);
}

export const publisherField: INodeProperties = {
	displayName: 'Publisher',
	name: 'publisherId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a publisher...',
			typeOptions: { searchListMethod: 'searchPublishers', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 5d6015092f1e4409e4e3ee84' },
	],
	description: 'The cabinet, formerly called channel, that the campaigns belong to',
};
