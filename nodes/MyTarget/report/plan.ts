import { addDays, daysBetween, planSlices, type DateWindow, type Slice } from '../../../connector/slices';
import type { Run, SliceScope } from '../../shared/operations/run';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { MyTargetApi } from '../api';
import { DEPTH_DAYS, MOSCOW_OFFSET_MS } from '../limits';
import { firstIdsOf, idsOf, type ObjectScope } from './object-scope';
import type { ReportRequest } from './request';

/** A request for fewer objects is not worth its place in the budget. */
const FEWEST_IDS = 10;

/** Which objects are asked for, and how many at once. */
export interface ObjectChoice {
	readonly ids: (objects: ObjectScope, run: Run<MyTargetApi>) => Promise<readonly string[]>;
	readonly idsPerSlice: (run: Run<MyTargetApi>, request: ReportRequest, days: number) => number;
}

/** Where each object gives a row for each day, a limit says how many objects can be needed. */
export const neededObjects: ObjectChoice = {
	ids: firstIdsOf,
	idsPerSlice: ({ limit }, { idsPerRequest }, days) =>
		Math.min(idsPerRequest, Math.max(FEWEST_IDS, Math.ceil(limit.remaining / days))),
};

/** Where an object may give no row, only reading on shows when a limit is filled. */
export const everyObject: ObjectChoice = {
	ids: idsOf,
	idsPerSlice: (_run, { idsPerRequest }) => idsPerRequest,
};

/** Days times ids: each slice is one request. */
export async function planByDays(
	run: Run<MyTargetApi>,
	request: ReportRequest,
	scope: unknown,
	choice: ObjectChoice,
): Promise<Slice[]> {
	const window = run.window(scope);
	if (window === undefined) return [];
	refuseBeyondDepth(run, window);
	const ids = await choice.ids(request.objects, run);
	const { daysPerRequest } = request;
	const days = Math.min(daysPerRequest, daysBetween(window.dateFrom, window.dateTo));
	return planSlices({
		window,
		daysPerSlice: daysPerRequest,
		ids,
		idsPerSlice: choice.idsPerSlice(run, request, days),
	});
}

/** Ids only, for statistics that have no days. */
export async function planByIds(
	run: Run<MyTargetApi>,
	request: ReportRequest,
	choice: ObjectChoice,
): Promise<Slice[]> {
	const ids = await choice.ids(request.objects, run);
	return planSlices({ daysPerSlice: 0, ids, idsPerSlice: choice.idsPerSlice(run, request, 1) });
}

/** A slice in the parameters of the operation that it belongs to. */
export function reportScope(operation: string, { objects }: ReportRequest): SliceScope {
	return ({ ids }) => ({
		resource: 'report',
		operation,
		objectType: objects.type,
		objectScope: ids === undefined ? 'all' : 'selected',
		...(ids === undefined ? {} : { objectIds: [...ids] }),
	});
}

/** Today in Moscow, whose days the statistics have. */
export function moscowToday({ clock }: Pick<Run<MyTargetApi>, 'clock'>): string {
	return new Date(clock.now() + MOSCOW_OFFSET_MS).toISOString().slice(0, 10);
}

/** @throws {ParameterError} the platform would refuse the range, or leave days out of it (sheet 3.17, trap 41) */
function refuseBeyondDepth(run: Run<MyTargetApi>, { dateFrom }: DateWindow): void {
	const earliest = addDays(moscowToday(run), -DEPTH_DAYS);
	if (dateFrom >= earliest) return;
	const { parameters } = run;
	const name = parameters.displayName(
		parameters.text('dateRange') === 'custom' ? 'dateFrom' : 'initialDateFrom',
	);
	throw new ParameterError(
		name,
		`${name} is ${dateFrom}, but statistics by day reach back ${DEPTH_DAYS} days, to ${earliest}.`,
		'Begin later, or use Get Period Totals, which gives totals.',
	);
}
