import { addDays, daysBetween, type DateWindow, type Day } from '../../../connector/slices';
import type { Run } from '../operations/run';
import { parseDay, today } from '../parameters/calendar-day';
import { ParameterError } from '../parameters/parameter-error';
import { dateRange, TODAY, type SINCE_LAST_RUN } from './date-fields';

/** What of a run its days are read from. */
export type DaysRun = Pick<Run<unknown>, 'parameters' | 'clock' | 'timezone' | 'observe'>;

/** Days that end with the last one that is over. */
const LAST_DAYS = { yesterday: 1, last7Days: 7, last14Days: 14, last30Days: 30, last90Days: 90 } as const;

const SOME_MONDAY: Day = '2000-01-03';

/** A Date Range that stands for days by itself. */
export type FixedRange = Exclude<(typeof dateRange.values)[number], typeof SINCE_LAST_RUN>;

/**
 * The days that a Date Range stands for. Relative ranges but Today hold days only that are over, both in the time zone and at the
 * platform: a day that is still running there would be read before it is complete.
 *
 * @returns undefined when there is no such day, which is told where it is not plain from the range
 * @throws {ParameterError}
 */
export function resolveDateRange(range: FixedRange, timezone: string, run: DaysRun): DateWindow | undefined {
	if (range === 'custom') return customRange(timezone, run);
	const now = today(run.clock, timezone);
	if (range === TODAY) return { dateFrom: now, dateTo: now };
	const last = lastDayOver(timezone, run);
	const thisMonth = `${now.slice(0, 7)}-01`;
	if (range === 'thisMonth') return upTo(last, { dateFrom: thisMonth, dateTo: last });
	if (range !== 'lastMonth' && range !== 'lastWeek')
		return { dateFrom: addDays(last, 1 - LAST_DAYS[range]), dateTo: last };
	const dateTo = addDays(range === 'lastWeek' ? mondayOf(now) : thisMonth, -1);
	const dateFrom = range === 'lastWeek' ? addDays(dateTo, -6) : `${dateTo.slice(0, 7)}-01`;
	if (dateTo > last)
		tell(
			run,
			`${dateTo} is not over in ${run.timezone}, so ${dateRange.nameOf(range)} was loaded without it.`,
		);
	return upTo(last, { dateFrom, dateTo });
}

/** Of the week that a day belongs to. */
function mondayOf(day: Day): Day {
	const daysAfter = (daysBetween(SOME_MONDAY, day) - 1) % 7;
	// Days before the one that is counted from are counted backwards.
	return addDays(day, -((daysAfter + 7) % 7));
}

/** The last day that is over, both in the time zone and at the platform. */
export function lastDayOver(timezone: string, { clock, timezone: platform }: DaysRun): Day {
	return addDays(earlier(today(clock, timezone), today(clock, platform)), -1);
}

function customRange(timezone: string, run: DaysRun): DateWindow | undefined {
	const { parameters, observe } = run;
	const day = (name: string) =>
		parseDay(parameters.value(name), parameters.displayName(name), timezone, observe);
	const [dateFrom, dateTo] = [day('dateFrom'), day('dateTo')];
	if (daysBetween(dateFrom, dateTo) < 1)
		throw new ParameterError(
			'Date From',
			`Date From (${dateFrom}) is after Date To (${dateTo}).`,
			'Exchange the two dates.',
		);
	const tomorrow = addDays(later(today(run.clock, timezone), today(run.clock, run.timezone)), 1);
	if (dateTo <= tomorrow) return { dateFrom, dateTo };
	const first = later(dateFrom, addDays(tomorrow, 1));
	tell(run, `The days from ${first} to ${dateTo} are yet to come, so they were left out.`);
	return upTo(tomorrow, { dateFrom, dateTo });
}

/** What of a window is not after a day. */
function upTo(last: Day, { dateFrom, dateTo }: DateWindow): DateWindow | undefined {
	return dateFrom > last ? undefined : { dateFrom, dateTo: earlier(dateTo, last) };
}

function earlier(one: Day, other: Day): Day {
	return one < other ? one : other;
}

function later(one: Day, other: Day): Day {
	return one < other ? other : one;
}

function tell({ observe }: DaysRun, text: string): void {
	observe({ type: 'remark', text });
}
