import { names } from '../../shared/parameters/name-list-field';
import { runJob } from '../../../connector/job';
import type { Page } from '../../../connector/rows';
import type { Run } from '../../shared/operations/run';
import { tellUnnamed } from '../../shared/operations/missing-ids';
import { defineReport } from '../../shared/report/define-report';
import type { Level, YandexPromoPagesApi } from '../api';
import { campaignPages } from '../campaign/read';
import { CONCURRENCY, DAYS_PER_REQUEST, HOLD_ROWS, IDS_PER_REQUEST, PAGE_SIZE, POLL } from '../limits';
import {
	campaignsOfSlice,
	readReportRequest,
	reportFields,
	reportOrder,
	type ReportRequest,
} from './request';

/** Daily statistics of a publisher: ordered, waited for, and taken as a whole (sheet 3.2, 3.3). */
export const dailyStatistics = defineReport<YandexPromoPagesApi, ReportRequest>({
	operation: 'get',
	fields: reportFields,
	limits: {
		days: [
			{ ...DAYS_PER_REQUEST, description: 'How many days to put into one report; 0 for the whole period' },
		],
		ids: { ...IDS_PER_REQUEST, what: 'campaign' },
		concurrency: CONCURRENCY,
		polling: POLL,
		holdRows: HOLD_ROWS,
	},
	dates: () => 'cut',
	request: readReportRequest,
	ids: campaignIds,
	scope: (slice, { publisherId, level }) => ({ publisherId, level, ...campaignsOfSlice(slice) }),
	columns: ({ level }) => ({ known: [...KEYS[level], 'mskDate', ...METRICS] }),
	read:
		({ api, polling, clock, observe }, request) =>
		(slice, signal) =>
			runJob(
				{
					order: () => api.orderReport(request.level, reportOrder(request, slice), signal),
					poll: (id) => api.report(id, signal),
					resultOf: (rows: Page | undefined) => rows,
					fetch: (rows) => [rows],
					wholeIn: 'poll',
				},
				polling,
				{ clock, observe, signal },
			),
});

export const get = dailyStatistics.load({
	name: 'Get',
	description: 'Order daily statistics, wait for them and return their rows',
	action: 'Get daily statistics',
});

export const planSlices = dailyStatistics.plan({
	description:
		'Get the parts that daily statistics would be ordered in, to spread them over executions or workers',
	action: 'Plan the slices of daily statistics',
});

/** Those chosen, or all of the publisher, archived ones included, since they have statistics of past days. */
async function campaignIds(
	{ api, observe }: Run<YandexPromoPagesApi>,
	{ campaignIds, publisherId }: ReportRequest,
): Promise<readonly string[]> {
	if (campaignIds !== undefined) return campaignIds;
	const ids: string[] = [];
	let unnamed = 0;
	for await (const page of campaignPages(api, { publisherId, pageSize: PAGE_SIZE.default, filters: {} }))
		for (const { id } of page) {
			if (id) ids.push(id);
			else unnamed += 1;
		}
	tellUnnamed(observe, unnamed, 'campaign', 'publisher');
	if (ids.length === 0)
		observe({ type: 'remark', text: 'The publisher has no campaigns, so no report was ordered.' });
	return ids;
}

/** Ids that name a row at each level (sheet 3.3). */
const KEYS: Readonly<Record<Level, readonly string[]>> = {
	campaigns: ['campaignId'],
	publications: ['campaignId', 'publicationId'],
	previews: ['campaignId', 'publicationId', 'previewId'],
};

/** The documented ones, in the documentation's order. Live rows have more (trap 35), which follow behind them. */
const METRICS = names(`
	impressions reach budget cpm clickouts clickoutCost clickoutPercent fullReads fullReadPercent
	ctr videoExpands videoFullViews videoExpandPercent videoFullViewPercent metricaVisits
	metricaVisitPercent metricaVisitCost
`);
