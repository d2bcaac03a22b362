import { runJob } from '../../../connector/job';
import type { ReadSlice } from '../../../connector/report';
import type { Slice } from '../../../connector/slices';
import { choiceField } from '../../shared/parameters/choice-field';
import type { Loading } from '../../shared/report/declaration';
import type { ReportLimits } from '../../shared/report/limits';
import type { JobPath, TargetAdsApi } from '../api';
import { CONCURRENCY, DAYS_PER_REQUEST, HOLD_ROWS, IDS_PER_REQUEST, PAGE_SIZE, POLL } from '../limits';
import { directReader, moreByFlag } from './direct';
import { finishedFile, jobFile } from './job-file';

/** How a report comes: page by page, or as a file that the platform makes ready. */
export const delivery = choiceField({
	displayName: 'Delivery',
	name: 'delivery',
	type: 'options',
	options: [
		{
			name: 'Direct',
			value: 'direct',
			description: 'Page by page; good up to some hundred thousand rows a day',
		},
		{
			name: 'Job',
			value: 'job',
			description:
				'TargetADS prepares files that are then downloaded; for millions of rows a day, recent days only',
		},
	],
	default: 'direct',
	description: 'How TargetADS hands the rows over',
});

export type Delivery = (typeof delivery.values)[number];

const DAYS_TEXT = 'How many days to ask for at once; 0 asks for the whole period in one request';
const { direct, job, maximum } = DAYS_PER_REQUEST;

const onlyDirect = { '/delivery': ['direct'] };
export const onlyJob = { '/delivery': ['job'] };

/** Of reports that come in either delivery; days twice, because the editor fills in the default of the one shown. */
export const DELIVERY_LIMITS: ReportLimits = {
	days: [
		{ default: direct, maximum, description: DAYS_TEXT, show: onlyDirect },
		{ default: job, maximum, description: DAYS_TEXT, show: onlyJob },
	],
	ids: {
		...IDS_PER_REQUEST,
		what: 'campaign',
		show: { '/campaignScope': ['accessible', 'active', 'byId', 'selected'] },
	},
	pageSize: { ...PAGE_SIZE, show: onlyDirect },
	concurrency: CONCURRENCY,
	polling: { ...POLL, show: onlyJob },
	holdRows: HOLD_ROWS,
};

/** A report that comes in either delivery. */
interface Delivered {
	readonly delivery: Delivery;
	readonly fields: readonly string[];
	readonly path: JobPath;
	/** Bodies of a page without its paging, and of a job. */
	readonly body: (slice: Slice) => object;
	readonly jobBody: (slice: Slice) => object;
}

export function deliveredReader(loading: Loading<TargetAdsApi>, report: Delivered): ReadSlice {
	const { path, body } = report;
	return report.delivery === 'job'
		? jobReader(loading, report)
		: directReader(loading, { path, body, hasMore: moreByFlag });
}

/** Reads slices as jobs: order, wait, download (v2, sheet 3.7 to 3.10). */
function jobReader(
	{ api, clock, observe, polling }: Loading<TargetAdsApi>,
	{ path, fields, jobBody }: Delivered,
): ReadSlice {
	return (slice, signal, _canSplit, ordered) =>
		runJob(
			{
				order: () => api.orderJob(path, jobBody(slice), signal),
				poll: (id) => api.job(id, signal),
				resultOf: (state, id) => finishedFile(id, state),
				fetch: (file, id) => jobFile(api, { id, fields }, file, { signal, observe }),
			},
			polling,
			{ clock, observe, signal, ordered },
		);
}
