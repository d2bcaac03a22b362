import type { MatrixPart } from '../../faults/model';

const DAYS = { dateFrom: '2026-01-01', dateTo: '2026-01-04' };

/** What `npm run faults` strikes with every fault, and the rows that have to come all the same. */
export const matrix: MatrixPart = {
	account: { campaigns: 130 },
	roleOf: () => 'read',
	pages: { path: /^\/(campaigns|statistics)$/, method: 'GET' },
	pageOf: ({ query }) => (query.offset === '0' ? 'first' : 'later'),
	hasCursors: false,
	jobStates: [],
	refusalBody: '{"error":{"message":"refused"}}',
	operations: [
		{
			name: 'campaign.getAll',
			parameters: () => ({ resource: 'campaign', operation: 'getAll', returnAll: true }),
			truth: ({ exampleAds }) => exampleAds.campaigns,
		},
		{
			name: 'report.get',
			slices: true,
			parameters: () => ({
				resource: 'report',
				operation: 'get',
				dateRange: 'custom',
				...DAYS,
				returnAll: true,
				options: { daysPerRequest: 2, pageSize: 100, maxConcurrency: 1 },
			}),
			truth: ({ exampleAds }) => exampleAds.statistics(DAYS.dateFrom, DAYS.dateTo),
		},
	],
};
