import type { z } from 'zod';

import type { ReadSlice } from '../../../connector/report';
import type { ColumnSources, Page, Row } from '../../../connector/rows';
import { addDays, type Day, type Slice } from '../../../connector/slices';
import type { Run } from '../../shared/operations/run';
import { choiceField } from '../../shared/parameters/choice-field';
import { today } from '../../shared/parameters/calendar-day';
import type { Parameters } from '../../shared/parameters/parameters';
import type { Loading } from '../../shared/report/declaration';
import type { SliceSizes } from '../../shared/report/limits';
import { refuseBefore, type AskedWindow } from '../../shared/report/period';
import type { MyTargetApi, ObjectType, Query, SliceCall } from '../api';
import { CONCURRENCY, DAYS_PER_REQUEST, DEPTH_DAYS, HOLD_ROWS, IDS_PER_REQUEST } from '../limits';
import { AnsweredObjects, readObjects } from './answered-objects';
import { isolatingDeadIds } from './dead-ids';
import { everyId, neededIds, type AskedObjects } from './listed-objects';
import { BASE_COLUMNS, metrics, skipEmptyDays } from './metrics';
import { addNamesField, ObjectNames } from './object-names';
import { objectsOfSlice, readObjectScope, typeOf } from './object-scope';

/** What every kind of statistics is asked for with. */
export interface StatisticsRequest extends AskedObjects {
	/** Empty where the kind has none. */
	readonly metrics: readonly string[];
	/** '' leaves it to the platform. */
	readonly attribution: string;
	readonly simplify: boolean;
	readonly skipEmptyDays: boolean;
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
		names: parameters.flag(addNamesField.name) ? new ObjectNames() : undefined,
		metrics: [],
		attribution: attribution.readOption(parameters) ?? '',
		simplify: parameters.flag('simplify'),
		skipEmptyDays: parameters.optionFlag(skipEmptyDays.name),
	};
}

/** The same with sets of metrics, of which there has to be one. @throws {ParameterError} */
export function readMetricsRequest(parameters: Parameters): StatisticsRequest {
	return { ...readRequest(parameters), metrics: metrics.read(parameters) };
}

/** Ids and days of a slice, both days included. An empty list of ids never gets here: such a plan has no slice. */
export function sliceQuery({ ids, window }: Slice, request: StatisticsRequest): Query {
	const query: [string, string][] = [];
	if (ids !== undefined) query.push(['id', ids.join(',')]);
	if (window !== undefined) query.push(['date_from', window.dateFrom], ['date_to', window.dateTo]);
	if (request.attribution !== '') query.push(['attribution', request.attribution]);
	return query;
}

/** Objects that come in one answer for a slice. */
interface OneAnswer<Form> {
	readonly load: (type: ObjectType, slice: Slice, call: SliceCall) => Promise<readonly unknown[]>;
	/** Of one of them. */
	readonly form: z.ZodType<Form>;
	/** @param keys the object's columns, the same in each of its rows */
	readonly rowsOf: (object: Form, keys: Row) => Iterable<Row>;
}

/** The columns of an object: its ID, where names are wanted its name, and of an agency's client whose it is. */
export function keysOf(id: unknown, { objects, names }: AskedObjects, api: MyTargetApi): Row {
	return { ...names?.accountOf(api), id, ...names?.of(id, typeOf(objects, api), api) };
}

export function oneAnswer<Form extends { readonly id: unknown }>(
	loading: Loading<MyTargetApi>,
	request: AskedObjects,
	{ load, form, rowsOf }: OneAnswer<Form>,
): ReadSlice {
	const { api } = loading;
	const type = typeOf(request.objects, api);
	const withKeys = (object: Form) => rowsOf(object, keysOf(object.id, request, api));
	return isolatingDeadIds(async function* (slice, signal, canSplit, reportOdd) {
		const answered = new AnsweredObjects(slice, loading, reportOdd);
		const items = await load(type, slice, { signal, canSplit });
		await request.names?.learn(api, type, items);
		const pages: Page[] = [];
		for await (const objects of readObjects(items, form, withKeys, signal))
			pages.push(answered.rowsOf(objects));
		answered.end();
		yield* pages;
	}, loading);
}

/** @param keys columns that name a row, besides those of its object */
export function metricColumns(
	request: StatisticsRequest,
	run: Run<MyTargetApi>,
	keys: readonly string[],
): ColumnSources {
	const { metrics: sets, simplify } = request;
	const hasBase = sets.includes('base') || sets.includes('all');
	const columns = simplify ? (hasBase ? BASE_COLUMNS : []) : sets.filter((set) => set !== 'all');
	return { known: [...objectColumns(request, run), ...keys, ...columns] };
}

/** Columns that name an object. */
export function objectColumns(request: AskedObjects, { api }: Run<MyTargetApi>): string[] {
	return Object.keys(keysOf('', request, api));
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
	// How rows look, and which of them are left out, makes no other report of it.
	identity: ({ objects, metrics: sets, attribution: days }: StatisticsRequest): unknown => ({
		objects: {
			type: objects.type,
			ids: objects.ids,
			...(objects.kind === 'active' || objects.kind === 'clients' ? { kind: objects.kind } : {}),
		},
		metrics: sets,
		attribution: days,
	}),
	scope: (slice: Slice, { objects }: StatisticsRequest) => objectsOfSlice(slice, objects),
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
	ids: async (run: Run<MyTargetApi>, request: StatisticsRequest) =>
		request.skipEmptyDays ? everyId(run, request) : neededIds(run, request),
	sizesForLimit: (sizes: SliceSizes, rows: number, request: StatisticsRequest, days: number) =>
		request.skipEmptyDays
			? sizes
			: {
					...sizes,
					ids: Math.min(sizes.ids, Math.max(FEWEST_IDS, Math.ceil(rows / Math.min(sizes.days || 1, days)))),
				},
};

/** @throws {ParameterError} the platform would refuse the range, or leave days out of it (sheet 3.17, trap 41) */
function refuseBeyondDepth(window: AskedWindow, _request: StatisticsRequest, run: Run<MyTargetApi>): void {
	const earliest = earliestDay(run);
	refuseBefore(earliest, window, {
		reach: `statistics by day reach back ${DEPTH_DAYS} days, to ${earliest}`,
		advice: 'Begin later, or use Get Period Totals, which gives totals.',
	});
}
