import { cursorPages } from '../../../connector/pages';
import { listIn, singleRow } from '../../shared/request/answer-rows';
import { apiRequest, type WrittenRequest } from '../../shared/request/api-request';
import type { YandexPromoPagesApi } from '../api';
import { campaignPage } from '../campaign/read';
import { PAGE_SIZE } from '../limits';

const CAMPAIGNS = '/campaigns';
const REPORTS = '/reports/';

/** Under which the answers have their lists (sheet 3.1, 3.3 to 3.5). */
const LISTS = ['campaigns', 'userPermissions', 'balances', 'statistics'];

export const send = apiRequest<YandexPromoPagesApi>({
	path: { begins: '/', example: '/campaigns' },
	queryExample: '{ "publisherId": "5e0b1c2d3f4a5b6c7d8e9f00", "campaignTypes": "article,video" }',
	methods: [{ value: 'POST', description: 'To order a report' }],
	async *pages({ api, limit }, request) {
		if (isPaged(request)) {
			const { publisherId = '', pageLimit, pageLastId, ...filters } = Object.fromEntries(request.query);
			// All pages have the size of the first one.
			const size = Math.min(Number(pageLimit) || PAGE_SIZE.maximum, limit.remaining);
			yield* cursorPages(
				async (cursor = pageLastId) =>
					campaignPage(await api.campaignsPage(publisherId, { cursor, size, filters })),
				limit,
			);
			return;
		}
		const answer = await api.send(request);
		const isPending = answer === undefined && request.path.startsWith(REPORTS);
		yield listIn(answer, LISTS)?.rows ?? [isPending ? { ready: false } : singleRow(answer)];
	},
});

/** The other mode of the same path is by ids (sheet 3.1). */
function isPaged({ method, path, query }: WrittenRequest): boolean {
	return method === 'GET' && path === CAMPAIGNS && !query.some(([name]) => name === 'campaignIds');
}
