import type { ReadSlice } from '../../../connector/report';
import type { ColumnSources } from '../../../connector/rows';
import { addDays, type Day, type Slice } from '../../../connector/slices';
import type { Run } from '../../shared/operations/run';
import { choiceField } from '../../shared/parameters/choice-field';
import { today } from '../../shared/parameters/calendar-day';
import type { Parameters } from '../../shared/parameters/parameters';
import type { Loading } from '../../shared/report/declaration';
import type { SliceSizes } from '../../shared/report/limits';
import { refuseBefore, type AskedWindow } from '../../shared/report/period';
import type { MyTargetApi, Query, SliceCall } from '../api';
import { CONCURRENCY, DAYS_PER_REQUEST, DEPTH_DAYS, HOLD_ROWS, IDS_PER_REQUEST } from '../limits';
import { AnsweredObjects, type AnsweredObject } from './answered-objects';
import { isolatingDeadIds } from './dead-ids';
import { BASE_COLUMNS } from './metrics';
import { everyId, neededIds, objectsOfSlice, readObjectScope, type ObjectScope } from './object-scope';

/** What every kind of statistics is asked for with. */
export interface StatisticsRequest {
	readonly objects: ObjectScope;
	/** Empty where the kind has none. */
	readonly metrics: readonly string[];
	/** '' leaves it to the platform. */
	readonly attribution: string;
	readonly simplify: boolean;
}

/** The documentation's two languages name different values (trap 40). */
export const attribution = choiceField({
	displayName: 'Attribution',
	name: 'attribution',
	type: 'options',
	options: [
		{ name: 'Conversion', value: 'conversion', description: 'By the time of the event' },
		{ name: 'Default', value: 'default', description: 'What older accounts of myTarget know instead of it' },
		{ name: 'Impression', value: 'impression', description: 'By the time of the impression' },
	],
	default: 'conversion',
	description: 'Which day a conversion belongs to; without it the platform decides',
});

/** @throws {ParameterError} */
export function readRequest(parameters: Parameters): StatisticsRequest {
	return {
		objects: readObjectScope(parameters),
		metrics: [],
		attribution: attribution.readOption(parameters) ?? '',
		simplify: parameters.flag('simplify'),
	};
}

/** The same with sets of metrics, of which there has to be one. @throws {ParameterError} */
export function readMetricsRequest(parameters: Parameters): StatisticsRequest {
	return { ...readRequest(parameters), metrics: parameters.required('metrics', 'otherMetrics') };
}

/** Ids and days of a slice, both days included. An empty list of ids never gets here: such a plan has no slice. */
export function sliceQuery({ ids, window }: Slice, request: StatisticsRequest): Query {
	const query: [string, string][] = [];
	if (ids !== undefined) query.push(['id', ids.join(',')]);
	if (window !== undefined) query.push(['date_from', window.dateFrom], ['date_to', window.dateTo]);
	if (request.attribution !== '') query.push(['attribution', request.attribution]);
	return query;
}

/** Reads slices that come in one answer each. @param load gives its objects */
export function oneAnswer(
	loading: Loading<MyTargetApi>,
	load: (slice: Slice, call: SliceCall) => Promise<readonly AnsweredObject[]>,
): ReadSlice {
	return isolatingDeadIds(async function* (slice, signal, canSplit, reportOdd) {
		const answered = new AnsweredObjects(slice, loading, reportOdd);
		const rows = answered.rowsOf(await load(slice, { signal, canSplit }));
		answered.end();
		yield rows;
	}, loading);
}

/** @param keys columns that name a row */
export function metricColumns(
	{ metrics, simplify }: StatisticsRequest,
	keys: readonly string[],
): ColumnSources {
	const hasBase = metrics.includes('base') || metrics.includes('all');
	const columns = simplify ? (hasBase ? BASE_COLUMNS : []) : metrics.filter((set) => set !== 'all');
	return { known: [...keys, ...columns] };
}

/** The first day that statistics by day have (sheet 3.17). */
export function earliestDay({ clock, timezone }: Pick<Run<MyTargetApi>, 'clock' | 'timezone'>): Day {
	return addDays(today(clock, timezone), -DEPTH_DAYS);
}

/** What all statistics have in common. An answer of v2 is one page, so there is nothing behind it to hold back. */
export const STATISTICS = {
	dates: 'none' as const,
	limits: {
		ids: { ...IDS_PER_REQUEST, what: 'object' },
		concurrency: CONCURRENCY,
		holdRows: HOLD_ROWS,
	},
	ids: everyId,
	identity: ({ simplify: _looks, ...request }: StatisticsRequest): unknown => request,
	scope: (slice: Slice, { objects }: StatisticsRequest) => ({
		objectType: objects.type,
		...objectsOfSlice(slice),
	}),
};

/** Those with a row for each day. */
export const DAILY = {
	...STATISTICS,
	dates: () => 'cut' as const,
	limits: {
		...STATISTICS.limits,
		days: [
			{
				...DAYS_PER_REQUEST,
				minimum: 1,
				description: 'How many days to ask for at once. Smaller requests are safer, larger ones fewer.',
			},
		],
	},
	refuse: refuseBeyondDepth,
};

/** A request for fewer objects is not worth its place in the budget. */
const FEWEST_IDS = 10;

/** Where each object gives a row for each day, a limit says how many objects can be needed. */
export const NEEDED_OBJECTS = {
	ids: neededIds,
	sizesForLimit: (sizes: SliceSizes, rows: number, _request: StatisticsRequest, days: number) => ({
		...sizes,
		ids: Math.min(sizes.ids, Math.max(FEWEST_IDS, Math.ceil(rows / Math.min(sizes.days || 1, days)))),
	}),
};

/** @throws {ParameterError} the platform would refuse the range, or leave days out of it (sheet 3.17, trap 41) */
function refuseBeyondDepth(window: AskedWindow, _request: StatisticsRequest, run: Run<MyTargetApi>): void {
	const earliest = earliestDay(run);
	refuseBefore(earliest, window, {
		reach: `statistics by day reach back ${DEPTH_DAYS} days, to ${earliest}`,
		advice: 'Begin later, or use Get Period Totals, which gives totals.',
	});
}
