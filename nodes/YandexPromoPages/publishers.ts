import { idFields } from '../shared/parameters/id-scope';
import { locatorField } from '../shared/parameters/locator';
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

export const publisherField = locatorField({
	displayName: 'Publisher',
	name: 'publisherId',
	required: true,
	search: 'searchPublishers',
	placeholder: 'Choose a publisher...',
	example: '5d6015092f1e4409e4e3ee84',
	description: 'The cabinet, formerly called channel, that the campaigns belong to',
});

/** Publishers of a list parameter, and those of the text beside it. */
export const publisherIds = idFields({
	one: 'publisher',
	load: 'getPublishers',
	example: '5d6015092f1e4409e4e3ee84',
	opaque: true,
});

/** Campaigns of the chosen publisher. */
export const campaignIds = {
	one: 'campaign',
	load: 'getCampaigns',
	dependsOn: ['publisherId'],
	example: '5e67a3c5bf998668491f9079',
	opaque: true,
} as const;
