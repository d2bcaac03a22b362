import { countedPages, offsetPages } from '../../../connector/pages';
import { ResponseInvalidError } from '../../../connector/errors';
import type { Page } from '../../../connector/rows';
import type { Run } from '../../shared/operations/run';
import { listIn } from '../../shared/request/answer-rows';
import type { MyTargetApi, Query } from '../api';
import { PAGE_SIZE, PERIOD_PAGE_SIZE } from '../limits';
import { periodPage } from '../report/period-page';

/** An answer that holds a list, in any of the platform's envelopes (sheet 3.0.2). */
interface CountedList {
	readonly rows: Page;
	/** How many there are in all, where the answer says it. */
	readonly count: number | undefined;
	/** The page size that was served, where the answer says it. */
	readonly limit: number | undefined;
}

/** @returns undefined for an answer that is no list */
export function countedList(answer: unknown): CountedList | undefined {
	const list = listIn(answer, ['items']);
	if (list === undefined) return undefined;
	const { count, limit } = list.beside;
	return { rows: list.rows, count: wholeNumber(count), limit: wholeNumber(limit) };
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
export async function* pagesOf(
	run: Run<MyTargetApi>,
	path: string,
	query: Query,
	first: CountedList,
): AsyncGenerator<Page> {
	const { count } = first;
	if (PERIOD_TOTALS.test(path)) yield* periodPages(run, path, query, first);
	else if (count === undefined) yield* uncountedPage(run, query, first);
	else yield* countedFrom(run, path, query, { ...first, count });
}

/** With the first page among them, so that a count that changes after it is told. */
async function* countedFrom(
	{ api, limit, observe }: Run<MyTargetApi>,
	path: string,
	query: Query,
	first: CountedList & { readonly count: number },
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

/** The pages of statistics v3. */
function periodPages(
	{ api, limit }: Run<MyTargetApi>,
	path: string,
	query: Query,
	first: CountedList,
): AsyncGenerator<Page> {
	const start = numberIn(query, 'offset') ?? 0;
	const pageSize = numberIn(query, 'limit') ?? PERIOD_PAGE_SIZE.default;
	return offsetPages(
		async (read, wanted) => {
			const size = read === 0 ? pageSize : wanted;
			const { count, ...answer } = read === 0 ? first : await loadPage(api, path, query, start + read, size);
			// Where it is that of all, it counts those before the first one, too.
			return periodPage({ ...answer, count: (count ?? 0) - start }, { offset: read, size });
		},
		{ pageSize, limit },
	);
}

/** The only page of another list without a count; whether there are more can only be asked. */
function* uncountedPage(
	{ limit, observe }: Run<MyTargetApi>,
	query: Query,
	{ rows }: CountedList,
): Generator<Page> {
	yield rows;
	if (limit.cutOff || rows.length !== (numberIn(query, 'limit') ?? PLATFORM_PAGE)) return;
	observe({
		type: 'remark',
		text: 'The platform did not say whether there is more. If so, ask for it with "offset" in Query (JSON).',
	});
}

async function loadPage(
	api: MyTargetApi,
	path: string,
	query: Query,
	offset: number,
	size: number,
): Promise<CountedList> {
	const others = query.filter(([name]) => name !== 'limit' && name !== 'offset');
	const page: Query = [...others, ['limit', String(size)], ['offset', String(offset)]];
	const answer = countedList(await api.send({ method: 'GET', path, query: page }));
	if (answer !== undefined) return answer;
	throw new ResponseInvalidError('The platform stopped sending a list in the middle of it.');
}

function numberIn(query: Query, wanted: string): number | undefined {
	const value = query.find(([name]) => name === wanted)?.[1] ?? '';
	return /^\d+$/.test(value) && (wanted === 'offset' || Number(value) > 0) ? Number(value) : undefined;
}

function wholeNumber(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
