import { offsetPages } from '../../../connector/pages';
import type { Page } from '../../../connector/rows';
import type { Run } from '../../shared/operations/run';
import { listIn, singleRow, type ListAnswer } from '../../shared/request/answer-rows';
import { apiRequest, type WrittenRequest } from '../../shared/request/api-request';
import type { TargetAdsApi } from '../api';
import { AGGREGATED_PAGE_SIZE, PAGE_SIZE } from '../limits';
import { moreByCount, moreByFlag } from '../report/direct';
import { count } from '../schemas';

/** Direct reports: the only POSTs that change nothing, and the only ones with pages (sheet 3.4 to 3.6). */
const REPORTS = '/v1/reports/';

const AGGREGATED = 'agg_report';

/** Under which the answers have their lists (sheet 3.1, 3.3). */
const LISTS = ['campaigns', 'meta', 'target_events', 'data'];

export const send = apiRequest<TargetAdsApi>({
	path: { begins: '/v', example: '/v1/meta/campaigns' },
	queryExample: '{ "active": "false", "include_creative": "true" }',
	methods: [{ value: 'POST', description: 'To get a report or to order one' }],
	ownQuery: ['project_id'],
	reads: (path) => path.startsWith(REPORTS),
	async *pages(run, request) {
		if (request.method === 'POST' && request.path.startsWith(REPORTS)) {
			yield* reportPages(run, request);
			return;
		}
		const answer = await run.api.send(request);
		const list = listIn(answer, LISTS);
		if (list === undefined) yield [singleRow(answer)];
		else if (request.method === 'GET') yield* wholeList(run, list);
		else yield list.rows;
	},
});

/** Lists are not known to have pages (sheet 3.1, 3.3), so what one counts beyond its rows cannot be asked for. */
function wholeList({ limit }: Run<TargetAdsApi>, { rows, beside }: ListAnswer): AsyncGenerator<Page> {
	const whole = { rows, count: count.safeParse(beside.count).data, hasMore: () => false };
	return offsetPages(async () => Promise.resolve(whole), { pageSize: Infinity, limit });
}

/** From the user's own Offset on, by his own Limit. */
function reportPages(
	{ api, limit, signal }: Run<TargetAdsApi>,
	{ path, query, json = {} }: WrittenRequest,
): AsyncGenerator<Page> {
	const report = path.slice(REPORTS.length);
	const { Offset, Limit, ...body } = json as Readonly<Record<string, unknown>>;
	const [start, ownLimit] = [wholeNumber(Offset), wholeNumber(Limit)];
	const [ownSize, hasMore] =
		report === AGGREGATED ? [AGGREGATED_PAGE_SIZE, moreByCount] : [PAGE_SIZE, moreByFlag];
	return offsetPages(
		async (read, size) => {
			const offset = start + read;
			const page = { offset, size, signal, canSplit: () => false, query };
			const answer = await api.reportPage(report, body, page);
			const { rows, count } = answer;
			return {
				rows,
				// Of all rows it counts those before the first one, too.
				count: typeof count === 'number' ? count - start : count,
				hasMore: (received) => hasMore(answer, { offset, size, received }),
			};
		},
		{ pageSize: ownLimit > 0 ? ownLimit : ownSize.default, limit },
	);
}

function wholeNumber(value: unknown): number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}
