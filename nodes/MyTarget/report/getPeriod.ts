import { ResponseInvalidError } from '../../../connector/errors';
import { offsetPages } from '../../../connector/pages';
import type { Run } from '../../shared/operations/run';
import { simplifyField } from '../../shared/parameters/simplify';
import { dateFields } from '../../shared/report/date-fields';
import type { Loading } from '../../shared/report/declaration';
import { defineReport } from '../../shared/report/define-report';
import { readLoadSettings } from '../../shared/report/limits';
import type { MyTargetApi } from '../api';
import { DEPTH_DAYS, IDS_PER_REQUEST, PERIOD_PAGE_SIZE } from '../limits';
import { totalsObject } from '../schemas';
import { AnsweredObjects, readObjects } from './answered-objects';
import { isolatingDeadIds, type ReadObjects } from './dead-ids';
import { flattened, metricsField, otherMetricsOption } from './metrics';
import { everyId, objectScopeFields } from './object-scope';
import {
	attribution,
	earliestDay,
	metricColumns,
	readMetricsRequest,
	sliceQuery,
	STATISTICS,
	type StatisticsRequest,
} from './statistics';

/** Each object gives one row, so a slice that is held until its end can be split whatever the size of its pages. */
const PERIOD_LIMITS = {
	...STATISTICS.limits,
	pageSize: PERIOD_PAGE_SIZE,
	holdRows: IDS_PER_REQUEST.maximum + 1,
};

export const getPeriod = defineReport<MyTargetApi, StatisticsRequest>({
	...STATISTICS,
	operation: 'getPeriod',
	fields: [...objectScopeFields, metricsField, ...dateFields, simplifyField],
	options: [attribution.field, otherMetricsOption],
	limits: PERIOD_LIMITS,
	// Totals are one number per object (trap 43).
	dates: () => 'whole',
	request: readMetricsRequest,
	refuse({ dateFrom }, _request, run) {
		if (dateFrom >= earliestDay(run)) return;
		run.observe({
			type: 'remark',
			text: `Statistics are known to reach back ${DEPTH_DAYS} days, and ${dateFrom} is earlier; totals may lack the first days.`,
		});
	},
	ids,
	columns: (request) => metricColumns(request, ['id', 'user_id']),
	read: (loading, request) => isolatingDeadIds(pageReader(loading, request), loading),
}).load({
	name: 'Get Period Totals',
	description: 'Get one row per object with its totals of the whole period',
	action: 'Get totals of a period',
});

/**
 * Without ids all objects come in pages that nothing sorts, so that only a single one is sure to be right. For "users"
 * it would be the clients of an agency.
 */
async function ids(
	run: Run<MyTargetApi>,
	request: StatisticsRequest,
): Promise<readonly string[] | undefined> {
	const { objects } = request;
	const onePage = run.limit.remaining <= readLoadSettings(run.parameters, PERIOD_LIMITS).pageSize;
	const unnamed = objects.ids === undefined && objects.type !== 'users' && onePage;
	return unnamed ? undefined : everyId(run, request);
}

function pageReader(loading: Loading<MyTargetApi>, request: StatisticsRequest): ReadObjects {
	const { api, limit, pageSize } = loading;
	const { objects, metrics, simplify } = request;
	return async function* (slice, signal, canSplit, reportOdd) {
		const seen = new Set<string>();
		const answered = new AnsweredObjects(slice, loading, reportOdd);
		// Items and no rows: an odd one gives no row, but has its place among the pages.
		const pages = offsetPages(
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
				// Whether `count` is that of the page or of all is not clear (trap 43), so only a short page ends it.
				return {
					rows: items.map((item) => ({ item })),
					hasMore: (received) => received > 0 && received >= Math.min(size, served ?? size),
				};
			},
			{ pageSize, limit },
		);
		for await (const page of pages) {
			const read = readObjects(
				page.map(({ item }) => item),
				totalsObject,
				({ total, ...keys }) => [{ ...keys, ...(simplify ? flattened(total) : total) }],
			);
			for (const { id } of read) if (id !== undefined) refuseRepeat(seen, String(id));
			yield answered.rowsOf(read);
		}
		answered.end();
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
