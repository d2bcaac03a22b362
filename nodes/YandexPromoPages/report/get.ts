import { names } from '../../shared/parameters/name-list-field';
import { runJob } from '../../../connector/job';
import type { ReadSlice } from '../../../connector/report';
import type { Row, RowSource } from '../../../connector/rows';
import type { Loading } from '../../shared/report/declaration';
import { defineReport } from '../../shared/report/define-report';
import type { YandexPromoPagesApi } from '../api';
import { CONCURRENCY, DAYS_PER_REQUEST, HOLD_ROWS, IDS_PER_REQUEST, POLL } from '../limits';
import { campaignGroups } from './campaign-groups';
import { addNames, namedColumns, type Names } from './names';
import {
	KEYS,
	publisherOf,
	readReportRequest,
	reportFields,
	reportOrder,
	scopeOfSlice,
	type ReportRequest,
} from './request';

export const DAILY_LIMITS = {
	days: [
		{ ...DAYS_PER_REQUEST, description: 'How many days to put into one report; 0 for the whole period' },
	],
	ids: { ...IDS_PER_REQUEST, what: 'campaign' },
	concurrency: CONCURRENCY,
	polling: POLL,
	holdRows: HOLD_ROWS,
};

/** Daily statistics of publishers: ordered, waited for, and taken as a whole (sheet 3.2, 3.3). */
export const dailyStatistics = defineReport<YandexPromoPagesApi, ReportRequest>({
	operation: 'get',
	fields: reportFields,
	rowFields: [addNames],
	limits: DAILY_LIMITS,
	dates: () => 'cut',
	request: readReportRequest,
	identity: ({ names: _names, ...asked }) => asked,
	groups: campaignGroups,
	scope: scopeOfSlice,
	columns: ({ level, names: wanted }) => {
		const ids = wanted === undefined ? ['publisherId', ...KEYS[level]] : namedColumns(KEYS[level]);
		return { known: [...ids, 'mskDate', ...METRICS] };
	},
	read: readDaily,
});

export const get = dailyStatistics.load({
	name: 'Get Daily Statistics',
	description:
		'Order daily statistics, wait until they are made (seconds to minutes) and return them: one row per campaign, publication or preview and day of Moscow, with names, impressions, reach, clicks, full reads and budget (money spent)',
	action: 'Get daily statistics',
});

export const planSlices = dailyStatistics.plan({
	description:
		'Get the parts that daily statistics would be ordered in, to spread them over executions or workers',
	action: 'Plan the slices of daily statistics',
});

/** Reads slices of daily statistics, with their publisher and, where they were learnt, with names. */
export function readDaily(
	{ api, polling, clock, observe }: Loading<YandexPromoPagesApi>,
	request: ReportRequest,
): ReadSlice {
	return withPublisher(request.names, (slice, signal, _canSplit, ordered) =>
		runJob(
			{
				order: () => api.orderReport(request.level, reportOrder(request, slice), signal),
				poll: (id) => api.report(id, signal),
				resultOf: (rows: RowSource | undefined) => rows,
				fetch: (rows) => rows.pages(),
				wholeIn: 'poll',
			},
			polling,
			{ clock, observe, signal, ordered },
		),
	);
}

/** The platform's rows do not say whose campaigns they are of (sheet 3.3). */
function withPublisher(known: Names | undefined, read: ReadSlice): ReadSlice {
	return async function* (slice, ...rest) {
		const publisherId = publisherOf(slice);
		const whole = (row: Row) => known?.named(publisherId, row) ?? { publisherId, ...row };
		for await (const page of read(slice, ...rest)) yield page.map(whole);
	};
}

/** The documented ones, in the documentation's order. Live rows have more (trap 35), which follow behind them. */
const METRICS = names(`
	impressions reach budget cpm clickouts clickoutCost clickoutPercent fullReads fullReadPercent
	ctr videoExpands videoFullViews videoExpandPercent videoFullViewPercent metricaVisits
	metricaVisitPercent metricaVisitCost
`);
