import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { collectInTurns, sortInTurns, Turns } from '../../../connector/rows';
import type { Platform } from '../platform/platform';
import { fromAccount } from './editor-api';

/** As many as fit on a screen a few times; the editor asks for the next page when its user scrolls on. */
const PAGE_ITEMS = 100;

/**
 * An object of the account as an entry: its name, with the id behind it, since names come more than once.
 *
 * @param name absent or empty where the object has none
 */
export function option(id: string, name: unknown, description?: string): INodeListSearchItems {
	const label = typeof name === 'string' && name !== '' ? `${name} (${id})` : id;
	return { name: label, value: id, ...(description === undefined ? {} : { description }) };
}

/** Reads one of the node's parameters as they stand in the editor. */
type ReadParameter = (name: string) => unknown;

/** Where a picker stands: what its user typed in, and where the page before it ended. */
export interface Search {
	readonly filter: string;
	readonly paginationToken: string;
	readonly parameter: ReadParameter;
}

/** A picker's entries: all there are, from which a page is found here, or the very page that was asked for. */
export type Found = readonly INodeListSearchItems[] | INodeListSearchResult;

/** A `loadOptions` method: entries of the account, by name. */
export function dropdown<Api>(
	platform: Platform<Api>,
	load: (api: Api, parameter: ReadParameter) => Promise<INodePropertyOptions[]>,
) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const options = await fromAccount(this, platform, (api) =>
			load(api, (name) => this.getCurrentNodeParameter(name)),
		);
		return byName(options);
	};
}

/** A `listSearch` method. @param whose list it is, where an option may name another account */
export function picker<Api>(
	platform: Platform<Api>,
	load: (api: Api, search: Search) => Promise<Found>,
	whose: 'chosen' | 'own' = 'chosen',
) {
	return async function (
		this: ILoadOptionsFunctions,
		filter = '',
		paginationToken = '0',
	): Promise<INodeListSearchResult> {
		const parameter = (name: string) => this.getCurrentNodeParameter(name);
		const ask = async (api: Api) => load(api, { filter, paginationToken, parameter });
		const found = await fromAccount(this, platform, ask, { whose });
		return 'results' in found ? found : searchedPage(found, filter, paginationToken);
	};
}

/** `listSearch` methods for kinds of objects, each under the name that the fields of its kind have from the same entry. */
export function pickers<Api, Kind extends { readonly search: string }>(
	platform: Platform<Api>,
	kinds: readonly Kind[],
	load: (api: Api, kind: Kind, search: Search) => Promise<Found>,
): Readonly<Record<string, ReturnType<typeof picker>>> {
	return Object.fromEntries(
		kinds.map((kind) => [kind.search, picker(platform, (api, search) => load(api, kind, search))]),
	);
}

/**
 * One page of a picker whose entries the platform gives all at once: those with the search text in their name, by name.
 *
 * @param paginationToken offset of the page, as the page before it said
 */
export async function searchedPage(
	options: readonly INodeListSearchItems[],
	filter: string,
	paginationToken: string,
): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	const turns = new Turns();
	const isFound = ({ name }: INodeListSearchItems) => name.toLowerCase().includes(wanted);
	const searched = await collectInTurns(options, (one) => (isFound(one) ? [one] : []), turns);
	const found = await byName(searched, turns);
	const start = Number(paginationToken);
	const end = start + PAGE_ITEMS;
	return {
		results: found.slice(start, end),
		...(end < found.length ? { paginationToken: String(end) } : {}),
	};
}

const { compare } = new Intl.Collator('ru');

/** In the order in which a reader looks for a name, a Russian one too. */
async function byName<Option extends { readonly name: string }>(
	options: readonly Option[],
	turns = new Turns(),
): Promise<Option[]> {
	return sortInTurns(options, (one, other) => compare(one.name, other.name), turns);
}
