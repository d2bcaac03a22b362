import { countedPages, offsetPages } from '../../../connector/pages';
import { ResponseInvalidError } from '../../../connector/errors';
import type { Page, Row } from '../../../connector/rows';
import type { Run } from '../../shared/operations/run';
import type { MyTargetApi, Query } from '../api';
import { PAGE_SIZE, PERIOD_PAGE_SIZE } from '../limits';

/** An answer that holds a list, in any of the platform's envelopes (sheet 3.0.2). */
interface ListAnswer {
	readonly rows: Page;
	/** How many there are in all, where the answer says it. */
	readonly count: number | undefined;
	/** The page size that was served, where the answer says it. */
	readonly limit: number | undefined;
}

/** @returns undefined for an answer that is no list */
export function listIn(answer: unknown): ListAnswer | undefined {
	if (Array.isArray(answer)) return { rows: answer.map(asRow), count: undefined, limit: undefined };
	if (typeof answer !== 'object' || answer === null || !('items' in answer)) return undefined;
	const { items, count, limit } = answer as Readonly<Record<'items' | 'count' | 'limit', unknown>>;
	if (!Array.isArray(items)) return undefined;
	return { rows: items.map(asRow), count: wholeNumber(count), limit: wholeNumber(limit) };
}

/** One item for an answer that is no list; that of a 204, too. */
export function singleRow(answer: unknown): Row {
	return answer === undefined || answer === null ? { success: true } : asRow(answer);
}

/** Page size of the platform where none is asked for. */
const PLATFORM_PAGE = 20;

/** The only method whose count may be that of its page (trap 43). */
const PERIOD_TOTALS = /^\/api\/v3\/statistics\/\w+\/day\.json$/;

/** The first request is sent as the user wrote it, since many methods take neither `limit` nor `offset`. */
export function firstQuery(path: string, query: Query): Query {
	return PERIOD_TOTALS.test(path) && !query.some(([name]) => name === 'limit')
		? [...query, ['limit', String(PERIOD_PAGE_SIZE.default)]]
		: query;
}

/** All pages of a list whose first one is here already. */
export function pagesOf(
	run: Run<MyTargetApi>,
	path: string,
	query: Query,
	first: ListAnswer,
): AsyncGenerator<Page> {
	const { count } = first;
	return count === undefined || PERIOD_TOTALS.test(path)
		? uncountedPages(run, path, query, first)
		: countedFrom(run, path, query, { ...first, count });
}

/** With the first page among them, so that a count that changes after it is told. */
async function* countedFrom(
	{ api, limit, observe }: Run<MyTargetApi>,
	path: string,
	query: Query,
	first: ListAnswer & { readonly count: number },
): AsyncGenerator<Page> {
	const start = numberIn(query, 'offset') ?? 0;
	yield* countedPages(
		async (read, size) => {
			const answer = read === 0 ? first : await loadPage(api, path, query, start + read, size);
			return { rows: answer.rows, total: (answer.count ?? first.count) - start };
		},
		{ pageSize: numberIn(query, 'limit') ?? PAGE_SIZE.default, limit, observe },
	);
}

/** The pages behind a first one of statistics v3; of other lists it can only be told that there may be some. */
async function* uncountedPages(
	{ api, limit, observe }: Run<MyTargetApi>,
	path: string,
	query: Query,
	first: ListAnswer,
): AsyncGenerator<Page> {
	yield first.rows;
	if (limit.cutOff) return;
	const start = numberIn(query, 'offset') ?? 0;
	const asked = numberIn(query, 'limit');
	const begun = start + first.rows.length;
	if (!PERIOD_TOTALS.test(path)) {
		if (first.rows.length === (asked ?? PLATFORM_PAGE))
			observe({
				type: 'remark',
				text: 'The platform did not say whether there is more. If so, ask for it with "offset" in Query (JSON).',
			});
		return;
	}
	if (!isFull(first, asked ?? PLATFORM_PAGE)) return;
	if (limit.remaining === 0) limit.noteMore();
	yield* offsetPages(
		async (read, size) => {
			const answer = await loadPage(api, path, query, begun + read, size);
			return { rows: answer.rows, hasMore: () => isFull(answer, size) };
		},
		{ pageSize: asked ?? PAGE_SIZE.default, limit },
	);
}

async function loadPage(
	api: MyTargetApi,
	path: string,
	query: Query,
	offset: number,
	size: number,
): Promise<ListAnswer> {
	const others = query.filter(([name]) => name !== 'limit' && name !== 'offset');
	const page: Query = [...others, ['limit', String(size)], ['offset', String(offset)]];
	const answer = listIn(await api.send({ method: 'GET', path, query: page }));
	if (answer !== undefined) return answer;
	throw new ResponseInvalidError('The platform stopped sending a list in the middle of it.');
}

function isFull({ rows, limit }: ListAnswer, size: number): boolean {
	return rows.length > 0 && rows.length >= Math.min(size, limit ?? size);
}

function numberIn(query: Query, wanted: string): number | undefined {
	const value = query.find(([name]) => name === wanted)?.[1] ?? '';
	return /^\d+$/.test(value) && (wanted === 'offset' || Number(value) > 0) ? Number(value) : undefined;
}

function asRow(value: unknown): Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : { value };
}

function wholeNumber(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
