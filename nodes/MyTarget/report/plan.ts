import { addDays, daysBetween, planSlices, type DateWindow, type Slice } from '../../../connector/slices';
import type { Run, SliceScope } from '../../shared/items/run';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { MyTargetApi } from '../api';
import { DEPTH_DAYS, MOSCOW_OFFSET_MS } from '../platform';
import { idsOf } from './object-scope';
import type { ReportRequest } from './request';

/** A request for fewer objects is not worth its place in the budget. */
const FEWEST_IDS = 10;

/** Days times ids: each slice is one request. */
export async function planByDays(
	run: Run<MyTargetApi>,
	request: ReportRequest,
	scope: unknown,
): Promise<Slice[]> {
	const window = run.window(scope);
	if (window === undefined) return [];
	refuseBeyondDepth(run, window);
	const ids = await idsOf(request.objects, run);
	const { daysPerRequest } = request;
	const days = Math.min(daysPerRequest, daysBetween(window.dateFrom, window.dateTo));
	return planSlices({
		window,
		daysPerSlice: daysPerRequest,
		ids,
		idsPerSlice: idsFor(run, request, days),
	});
}

/** Ids only, for statistics that have no days. */
export async function planByIds(run: Run<MyTargetApi>, request: ReportRequest): Promise<Slice[]> {
	const ids = await idsOf(request.objects, run);
	return planSlices({ daysPerSlice: 0, ids, idsPerSlice: idsFor(run, request, 1) });
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

/** With a limit no request is larger than the rows wanted. */
function idsFor({ limit }: Run<MyTargetApi>, { idsPerRequest }: ReportRequest, days: number): number {
	const wanted = Math.max(FEWEST_IDS, Math.ceil(limit.remaining / days));
	return Math.min(idsPerRequest, wanted);
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
		'Begin later, or use Get Period, which gives totals.',
	);
}
