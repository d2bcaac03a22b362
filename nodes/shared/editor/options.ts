import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

/** As many as fit on a screen a few times; the editor asks for the next page when its user scrolls on. */
const PAGE_ITEMS = 100;

/**
 * An object of the account in a dropdown: its name, with the id behind it, since names come more than once.
 *
 * @param name absent or empty where the object has none
 */
export function option(id: string, name: unknown, description?: string): INodeListSearchItems {
	const label = typeof name === 'string' && name !== '' ? `${name} (${id})` : id;
	return { name: label, value: id, ...(description === undefined ? {} : { description }) };
}

/** In the order in which their reader looks for a name, Russian ones too. */
export function byName<Option extends { readonly name: string }>(options: readonly Option[]): Option[] {
	return [...options].sort((a, b) => a.name.localeCompare(b.name, 'ru'));
}

/**
 * One page of a picker whose entries the platform gives all at once: those with the search text in their name, by name.
 *
 * @param paginationToken offset of the page, as the page before it said
 */
export function searchedPage(
	options: readonly INodeListSearchItems[],
	filter = '',
	paginationToken = '0',
): INodeListSearchResult {
	const wanted = filter.trim().toLowerCase();
	const found = byName(options.filter(({ name }) => name.toLowerCase().includes(wanted)));
	const start = Number(paginationToken);
	const end = start + PAGE_ITEMS;
	return {
		results: found.slice(start, end),
		...(end < found.length ? { paginationToken: String(end) } : {}),
	};
}
