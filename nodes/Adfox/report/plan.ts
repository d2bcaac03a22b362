import { addDays, daysBetween, planSlices, type DateWindow, type Slice } from '../../../connector/slices';
import type { Run, SliceScope } from '../../shared/operations/run';
import { yesterday } from '../../shared/report/date-range';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { AdfoxApi } from '../api';
import { DAY_DIMENSION, DAYS_PER_REQUEST, HISTORY_YEARS, TIMEZONE } from '../limits';
import type { ReportRequest } from './request';

/** Cuts a report into orders. @throws {ParameterError} days that ADFOX cannot report on, or not at once */
export function planReport(run: Run<AdfoxApi>, request: ReportRequest): Slice[] {
	const { daysPerRequest, ...scope } = request;
	const window = run.window(scope);
	if (window === undefined) return [];
	refuseOutside(window, yesterday(new Date(run.clock.now()), TIMEZONE));
	if (daysPerRequest === 0) refuseUncut(window, request);
	return planSlices({ window, daysPerSlice: daysPerRequest, idsPerSlice: 0 });
}

/** A slice in the parameters of Report > Get. */
export function reportScope({ level, reportName }: ReportRequest): SliceScope {
	return () => ({
		resource: 'report',
		operation: 'get',
		level,
		...(reportName === '' ? {} : { reportName }),
	});
}

function refuseOutside({ dateFrom, dateTo }: DateWindow, lastClosed: string): void {
	// An identical order gives the old task (sheet 5.2), so a day that is not over would stay as it was first read.
	if (dateTo > lastClosed)
		throw new ParameterError(
			'Date To',
			`Date To is ${dateTo}, but the last day that is over in Moscow is ${lastClosed}.`,
			'Choose days that are over: ADFOX answers the same order with the report that it made before.',
		);
	const today = addDays(lastClosed, 1);
	const first = String(Number(today.slice(0, 4)) - HISTORY_YEARS) + today.slice(4);
	if (dateFrom < first)
		throw new ParameterError(
			'Date From',
			`Date From is ${dateFrom}, but ADFOX keeps report data for ${HISTORY_YEARS} years, since ${first}.`,
			'Choose a later day.',
		);
}

/** Without its day a row is a sum over the whole period, and sums of parts would be other rows. */
function refuseUncut({ dateFrom, dateTo }: DateWindow, { reportName }: ReportRequest): void {
	const days = daysBetween(dateFrom, dateTo);
	if (days <= DAYS_PER_REQUEST.maximum) return;
	if (reportName !== '')
		throw new ParameterError(
			'Saved Report',
			`The period has ${days} days and ADFOX takes ${DAYS_PER_REQUEST.maximum} in one report; a saved report cannot be loaded in parts, since whether its rows tell their days is not known.`,
			'Choose a shorter period, or use Metrics and Dimensions instead of a Saved Report.',
		);
	throw new ParameterError(
		'Dimensions',
		`The period has ${days} days and ADFOX takes ${DAYS_PER_REQUEST.maximum} in one report, but Dimensions lacks "${DAY_DIMENSION}", so it cannot be loaded in parts.`,
		`Add "${DAY_DIMENSION}" to Dimensions, or choose a shorter period.`,
	);
}
