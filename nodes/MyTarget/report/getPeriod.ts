import { ResponseInvalidError } from '../../../connector/errors';
import { offsetPages } from '../../../connector/pages';
import type { ReadSlice } from '../../../connector/report';
import type { Page } from '../../../connector/rows';
import { addDays, planSlices, type Slice } from '../../../connector/slices';
import { reportPages } from '../../shared/report/report-pages';
import type { Run } from '../../shared/operations/run';
import type { ReportOperation } from '../../shared/operations/operation';
import { dateFields, dateOptions } from '../../shared/report/date-fields';
import { addSliceColumnsOption, pageSizeOption } from '../../shared/report/slice-options';
import type { Parameters } from '../../shared/parameters/parameters';
import type { MyTargetApi } from '../api';
import { DEPTH_DAYS, HOLD_ROWS, PERIOD_PAGE_SIZE } from '../limits';
import { isolatingDeadIds } from './dead-ids';
import { flattened, metricsField, otherMetricsOption } from './metrics';
import { idsOf, objectScopeFields } from './object-scope';
import { moscowToday, reportScope } from './plan';
import {
	attributionOption,
	concurrencyOption,
	idsOption,
	metricColumns,
	readMetricsRequest,
	simplifyField,
	sliceQuery,
	type ReportRequest,
} from './request';
import { SilentIds } from './silent-ids';

/** Totals of a period are one number per object, so the days are never cut (trap 43). */
export const getPeriod: ReportOperation<MyTargetApi> = {
	name: 'Get Period Totals',
	value: 'getPeriod',
	description: 'Get one row per object with its totals of the whole period',
	action: 'Get totals of a period',
	gives: 'report',
	fields: [...objectScopeFields, metricsField, ...dateFields, simplifyField],
	options: [
		addSliceColumnsOption,
		attributionOption,
		concurrencyOption,
		idsOption,
		otherMetricsOption,
		pageSizeOption(PERIOD_PAGE_SIZE),
		...dateOptions,
	],
	columns: ({ parameters }) => metricColumns(parameters, ['id', 'user_id']),
	async *rows(run) {
		const request = readMetricsRequest(run.parameters);
		const silent = new SilentIds();
		const scope = reportScope('getPeriod', request);
		yield* reportPages(run, {
			slices: await planPeriod(run, request),
			read: isolatingDeadIds(pageReader(run, request, silent), run, scope),
			cuts: { days: false, ids: true },
			scope,
			maxConcurrency: request.maxConcurrency,
			holdRows: HOLD_ROWS,
			addSliceColumns: run.parameters.optionFlag('addSliceColumns'),
		});
		silent.tell(run);
	},
};

async function planPeriod(run: Run<MyTargetApi>, request: ReportRequest): Promise<Slice[]> {
	const { objects, metrics, attribution, idsPerRequest } = request;
	const window = run.window({ objects, metrics, attribution });
	if (window === undefined) return [];
	if (window.dateFrom < addDays(moscowToday(run), -DEPTH_DAYS))
		run.observe({
			type: 'remark',
			text: `Statistics are known to reach back ${DEPTH_DAYS} days, and ${window.dateFrom} is earlier; totals may lack the first days.`,
		});
	// Without ids all objects come in pages that nothing sorts, so that only a single one is sure to be right. For
	// "users" it would be the clients of an agency.
	const onePage = run.limit.remaining <= readPageSize(run.parameters);
	const unnamed = objects.ids === undefined && objects.type !== 'users' && onePage;
	const ids = unnamed ? undefined : await idsOf(objects, run);
	return planSlices({ window, daysPerSlice: 0, ids, idsPerSlice: idsPerRequest });
}

function pageReader(
	{ api, limit, parameters }: Run<MyTargetApi>,
	request: ReportRequest,
	silent: SilentIds,
): ReadSlice {
	const { objects, metrics, simplify } = request;
	const pageSize = readPageSize(parameters);
	return (slice, signal, canSplit): AsyncIterable<Page> => {
		const seen = new Set<string>();
		return offsetPages(
			async (offset, size) => {
				const { items, limit: served } = await api.period(
					objects.type,
					[
						...sliceQuery(slice, request),
						['fields', metrics.join(',')],
						['limit', String(size)],
						['offset', String(offset)],
					],
					{ signal, canSplit },
				);
				for (const { id } of items) refuseRepeat(seen, String(id));
				silent.see(
					slice,
					items.map(({ id }) => id),
				);
				const rows = items.map(({ total, ...keys }) => ({
					...keys,
					...(simplify ? flattened(total) : total),
				}));
				// Whether `count` is that of the page or of all is not clear (trap 43), so only a short page ends it.
				return { rows, hasMore: (received) => received > 0 && received >= Math.min(size, served ?? size) };
			},
			{ pageSize, limit },
		);
	};
}

/** @throws {ResponseInvalidError} an object came before, so another one may have slipped between the pages */
function refuseRepeat(seen: Set<string>, id: string): void {
	if (seen.has(id))
		throw new ResponseInvalidError(
			`The platform sent object ${id} twice, so the pages overlap and may lack others.`,
		);
	seen.add(id);
}

function readPageSize(parameters: Parameters): number {
	return parameters.optionWholeNumber('pageSize', { minimum: 1, ...PERIOD_PAGE_SIZE });
}
