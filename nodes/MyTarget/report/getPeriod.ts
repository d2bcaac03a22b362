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
import { everyId } from './listed-objects';
import { flattened, metrics } from './metrics';
import { addNamesField } from './object-names';
import { objectScopeFields, typeOf } from './object-scope';
import { periodPage } from './period-page';
import {
	attribution,
	earliestDay,
	keysOf,
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
	fields: [...objectScopeFields, metrics.field, ...dateFields, addNamesField, simplifyField],
	options: [attribution.field, metrics.other],
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
	columns: (request, run) => metricColumns(request, run, ['user_id']),
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
	const isOnePage = objects.kind === 'all' && objects.type !== 'users' && onePage;
	return isOnePage ? undefined : everyId(run, request);
}

function pageReader(loading: Loading<MyTargetApi>, request: StatisticsRequest): ReadObjects {
	const { api, limit, pageSize } = loading;
	const { objects, metrics: sets, simplify, names } = request;
	const type = typeOf(objects, api);
	return async function* (slice, signal, canSplit, reportOdd) {
		const seen = new Set<string>();
		const answered = new AnsweredObjects(slice, loading, reportOdd);
		// Items and no rows: an odd one gives no row, but has its place among the pages.
		const pages = offsetPages(
			async (offset, size) => {
				const { items, ...answer } = await api.period(
					type,
					[
						...sliceQuery(slice, request),
						['fields', sets.join(',')],
						['limit', String(size)],
						['offset', String(offset)],
					],
					{ signal, canSplit },
				);
				return periodPage({ ...answer, rows: items.map((item) => ({ item })) }, { offset, size });
			},
			{ pageSize, limit },
		);
		for await (const page of pages) {
			const items = page.map(({ item }) => item);
			await names?.learn(api, type, items);
			const answers = readObjects(
				items,
				totalsObject,
				({ id, total, ...more }) => {
					const keys = { ...keysOf(id, request, api), ...more };
					return [simplify ? flattened(keys, total) : { ...keys, ...total }];
				},
				signal,
			);
			for await (const some of answers) {
				for (const { id } of some) if (id !== undefined) refuseRepeat(seen, String(id));
				yield answered.rowsOf(some);
			}
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
