import { ConnectorError, endsRun } from '../../connector/errors';
import { idText } from '../../connector/rows';
import { MissingIds, tellUnnamed } from '../shared/operations/missing-ids';
import type { Run } from '../shared/operations/run';
import { idScope } from '../shared/parameters/id-scope';
import { locatorField } from '../shared/parameters/locator';
import type { YandexPromoPagesApi } from './api';
import type { Permission } from './schemas';

/** The names of accessible publishers by their ids. */
export async function accessibleNames(api: YandexPromoPagesApi): Promise<Map<string, unknown>> {
	return namesById((await api.permissions()).filter(isAccessible));
}

/**
 * Whether its data can be asked for: not deleted (trap 41), and readable. `canRead` is worded as "for reading only", so
 * whoever may write counts as well (trap 39).
 */
function isAccessible({ canRead, canWrite, publisher }: Permission): boolean {
	return (canRead === true || canWrite === true) && publisher.isDeleted !== true;
}

const publisher = {
	displayName: 'Publisher',
	name: 'publisherId',
	search: 'searchPublishers',
	placeholder: 'Choose a publisher...',
	example: '5d6015092f1e4409e4e3ee84',
};

export const publisherField = locatorField({
	...publisher,
	required: true,
	description: 'The cabinet, formerly called channel, that the campaigns belong to',
});

/** Whose report it is, which the platform does not say (sheet 3.3). */
export const reportPublisherField = locatorField({
	...publisher,
	description:
		'The publisherId that Order Daily Statistics gave with the report ID; without it the rows have IDs and no names',
});

/** One publisher, several, or all. */
export const publishers = idScope({
	one: 'publisher',
	load: 'getPublishers',
	example: '5d6015092f1e4409e4e3ee84',
	opaque: true,
	options: [{ name: 'All', value: 'all', description: 'All that the user of the token may read' }],
	description: 'Which publishers: the cabinets, formerly called channels',
});

/**
 * @param named whether their names are wanted, which cost a request where publishers were chosen
 * @returns those chosen, else all that are accessible, each once, with their names as far as they are known
 */
export async function publishersOf(
	{ api, observe }: Pick<Run<YandexPromoPagesApi>, 'api' | 'observe'>,
	chosen: readonly string[] | undefined,
	named: boolean,
): Promise<ReadonlyMap<string, unknown>> {
	if (chosen !== undefined) {
		const names = named ? await namesOfPublishers(api) : new Map<string, unknown>();
		const missing = new MissingIds('publisher name');
		if (named) missing.compare(chosen, [...names.keys()]);
		missing.tell(observe);
		return new Map(chosen.map((id) => [id, names.get(id)]));
	}
	const permissions = await api.permissions();
	// What names no publisher may not tell what can be done with it, either.
	const unnamed = permissions.filter(({ publisher: { id } }) => idText(id) === undefined).length;
	tellUnnamed(observe, unnamed, 'publisher', 'account');
	return namesById(permissions.filter(isAccessible));
}

async function namesOfPublishers(api: YandexPromoPagesApi): Promise<Map<string, unknown>> {
	try {
		return namesById(await api.permissions());
	} catch (error) {
		if (!(error instanceof ConnectorError) || endsRun(error)) throw error;
		throw error.with({ message: `${error.message} It was asked for the names of the publishers.` });
	}
}

function namesById(permissions: readonly Permission[]): Map<string, unknown> {
	const names = new Map<string, unknown>();
	for (const { publisher } of permissions) {
		const id = idText(publisher.id);
		if (id !== undefined) names.set(id, publisher.name);
	}
	return names;
}

/** What fields for ids of campaigns have in common. */
export const campaignIds = { one: 'campaign', example: '5e67a3c5bf998668491f9079', opaque: true } as const;
