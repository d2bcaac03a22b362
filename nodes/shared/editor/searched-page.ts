import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

/** As many as fit on a screen a few times; the editor asks for the next page when its user scrolls on. */
const PAGE_ITEMS = 100;

/**
 * One page of a picker whose entries the platform gives all at once: those with the search text in their name, by name.
 *
 * @param paginationToken offset of the page, as the page before it said
 */
export function searchedPage(
	items: readonly INodeListSearchItems[],
	filter = '',
	paginationToken = '0',
): INodeListSearchResult {
	const wanted = filter.trim().toLowerCase();
	const found = items
		.filter(({ name }) => name.toLowerCase().includes(wanted))
		.sort((a, b) => a.name.localeCompare(b.name, 'ru'));
	const start = Number(paginationToken);
	const end = start + PAGE_ITEMS;
	return {
		results: found.slice(start, end),
		...(end < found.length ? { paginationToken: String(end) } : {}),
	};
}
