import { offsetPages } from '../../../connector/pages';
import { idScope } from '../../shared/parameters/id-scope';
import { dateFields } from '../../shared/report/date-fields';
import { defineReport } from '../../shared/report/define-report';
import type { ExampleAdsApi } from '../api';
import { CONCURRENCY, DAYS_PER_REQUEST, HOLD_ROWS, IDS_PER_REQUEST, STATISTICS_PAGE_SIZE } from '../limits';

interface ReportRequest {
	/** Undefined for all campaigns of the account. */
	readonly campaignIds: readonly string[] | undefined;
}

const campaigns = idScope({
	one: 'campaign',
	load: 'getCampaigns',
	example: '101, 102',
	options: [{ name: 'All', value: 'all', description: 'All campaigns of the account' }],
	description: 'Which campaigns to report on',
});

/** Daily statistics (sheet 2.3). Each row has its own day and campaign, so they may be cut by both. */
const statistics = defineReport<ExampleAdsApi, ReportRequest>({
	operation: 'get',
	fields: [...campaigns.fields, ...dateFields],
	limits: {
		days: [{ ...DAYS_PER_REQUEST, description: 'How many days to ask for at once' }],
		ids: { ...IDS_PER_REQUEST, what: 'campaign' },
		pageSize: STATISTICS_PAGE_SIZE,
		concurrency: CONCURRENCY,
		holdRows: HOLD_ROWS,
	},
	dates: () => 'cut',
	request: (parameters) => ({ campaignIds: campaigns.read(parameters).ids }),
	ids: (_run, { campaignIds }) => Promise.resolve(campaignIds),
	scope: ({ ids }) =>
		ids === undefined ? { campaignScope: 'all' } : { campaignScope: 'selected', campaignIds: [...ids] },
	read:
		({ api, limit, pageSize }) =>
		(slice, signal) =>
			offsetPages(
				async (offset, size) => {
					const { rows, more } = await api.statistics(slice, { offset, size }, signal);
					return { rows, hasMore: () => more };
				},
				{ pageSize, limit },
			),
	columns: () => ({ known: ['date', 'campaign_id', 'impressions', 'clicks', 'cost'] }),
});

export const get = statistics.load({
	name: 'Get',
	description: 'Get daily statistics of campaigns',
	action: 'Get daily statistics',
});

export const planSlices = statistics.plan({
	description: 'Get the parts that daily statistics would be loaded in, to spread them over executions',
	action: 'Plan the slices of daily statistics',
});
