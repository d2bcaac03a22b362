import { offsetPages } from '../../../connector/pages';
import { ResponseInvalidError } from '../../../connector/errors';
import type { Page } from '../../../connector/rows';
import type { Run } from '../../shared/items/run';
import type { MyTargetApi, Query } from '../api';
import { PAGE_SIZE, PERIOD_PAGE_SIZE } from '../platform';
import { listIn, type ListAnswer } from './answer-rows';
import { templateOf } from './path';

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

/** The pages behind a first one, as long as the answers say that there are more. */
export async function* restOf(
	{ api, limit, observe }: Run<MyTargetApi>,
	path: string,
	query: Query,
	first: ListAnswer,
): AsyncGenerator<Page> {
	const start = numberIn(query, 'offset') ?? 0;
	const asked = numberIn(query, 'limit');
	const begun = start + first.rows.length;
	if (!hasMore(path, first, start, asked ?? PLATFORM_PAGE)) {
		if (first.count === undefined && first.rows.length === (asked ?? PLATFORM_PAGE))
			observe({
				type: 'remark',
				text: 'The platform did not say whether there is more. If so, ask for it with "offset" in Query (JSON).',
			});
		return;
	}
	if (limit.remaining === 0) limit.leaveRest();
	const others = query.filter(([name]) => name !== 'limit' && name !== 'offset');
	yield* offsetPages(
		async (read, size) => {
			const offset = begun + read;
			const page: Query = [...others, ['limit', String(size)], ['offset', String(offset)]];
			const answer = listIn(await api.send({ method: 'GET', path, query: page }, templateOf(path)));
			if (answer === undefined)
				throw new ResponseInvalidError('The platform stopped sending a list in the middle of it.');
			return { rows: answer.rows, hasMore: hasMore(path, answer, offset, size) };
		},
		{ pageSize: asked ?? PAGE_SIZE.default, limit },
	);
}

function hasMore(path: string, { rows, count, limit }: ListAnswer, offset: number, size: number): boolean {
	if (PERIOD_TOTALS.test(path)) return rows.length > 0 && rows.length >= Math.min(size, limit ?? size);
	return count !== undefined && count > offset + rows.length;
}

function numberIn(query: Query, wanted: string): number | undefined {
	const value = query.find(([name]) => name === wanted)?.[1] ?? '';
	return /^\d+$/.test(value) && (wanted === 'offset' || Number(value) > 0) ? Number(value) : undefined;
}
