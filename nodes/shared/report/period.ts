import type { DateWindow, Day } from '../../../connector/slices';
import type { Run } from '../operations/run';
import { parseDay, parseTimezone, today } from '../parameters/calendar-day';
import { ParameterError } from '../parameters/parameter-error';
import type { Parameters } from '../parameters/parameters';
import { windowSince } from './cursor';
import { dateRange, DEFAULT_TIMEZONE, lookbackDays, SINCE_LAST_RUN } from './date-fields';
import { lastDayOver, resolveDateRange, type DaysRun, type FixedRange } from './date-range';

/** What of a run the period is read from. */
type PeriodRun = DaysRun & Pick<Run<unknown>, 'cursors'>;

/** Where the first day comes from, for an error that has to refuse it. */
interface FirstDay {
	/** The field as the editor shows it. */
	readonly field: string;
	/** What there is to see of it: the beginning of a sentence. */
	readonly says: string;
	/** What helps where the field cannot be changed to another day. */
	readonly advice?: string;
}

/** The days to load. */
export interface AskedWindow extends DateWindow {
	readonly first: FirstDay;
}

/** The days to load, and what to do when they have been delivered. */
export interface Period {
	/** Undefined when there are no days to load, which was told. */
	readonly window: AskedWindow | undefined;
	readonly delivered: () => void;
}

/**
 * The days that Date Range stands for.
 *
 * @param report everything that makes "since last run" another report than the node's others
 * @throws {ParameterError}
 */
export function openPeriod(run: PeriodRun, report: unknown): Period {
	const { parameters, observe } = run;
	const timezone = readTimezone(parameters);
	const range = dateRange.read(parameters);
	const period =
		range === SINCE_LAST_RUN ? sinceLastRun(run, report, timezone) : fixedPeriod(run, range, timezone);
	const { window } = period;
	if (window === undefined)
		observe({
			type: 'remark',
			text: 'The date range holds no complete day yet, so there was nothing to load.',
		});
	else remarkRunning(window, [timezone, run.timezone], run);
	return period;
}

/** @throws {ParameterError} */
export function readTimezone(parameters: Parameters): string {
	const timezone = parameters.hasOption('timezone') ? parameters.option('timezone') : DEFAULT_TIMEZONE;
	return parseTimezone(timezone, parameters.displayName('timezone'));
}

/**
 * @param reach how far back the platform goes, as the end of a sentence
 * @throws {ParameterError} the first day is before the earliest one that the platform has
 */
export function refuseBefore(
	earliest: Day,
	{ dateFrom, first }: AskedWindow,
	{ reach, advice }: { readonly reach: string; readonly advice: string },
): void {
	if (dateFrom >= earliest) return;
	throw new ParameterError(first.field, `${first.says}, but ${reach}.`, first.advice ?? advice);
}

function remarkRunning(
	{ dateTo }: DateWindow,
	timezones: readonly string[],
	{ clock, observe }: DaysRun,
): void {
	const running = [...new Set(timezones)].filter((timezone) => dateTo >= today(clock, timezone));
	if (running.length > 0)
		observe({
			type: 'remark',
			text: `The range includes days that are not over in ${running.join(' and ')}; what comes in while they are read may be missing.`,
		});
}

function fixedPeriod(run: DaysRun, range: FixedRange, timezone: string): Period {
	const window = resolveDateRange(range, timezone, run);
	const delivered = () => undefined;
	if (window === undefined) return { window, delivered };
	const { dateFrom } = window;
	const first =
		range === 'custom'
			? { field: 'Date From', says: `Date From is ${dateFrom}` }
			: { field: 'Date Range', says: `Date Range begins with ${dateFrom}` };
	return { window: { ...window, first }, delivered };
}

function sinceLastRun(run: PeriodRun, report: unknown, timezone: string): Period {
	const { parameters, cursors, observe } = run;
	const name = parameters.displayName('initialDateFrom');
	const initial = parseDay(parameters.value('initialDateFrom'), name, timezone, observe);
	const deliveredUntil = cursors.deliveredUntil(report);
	const window = windowSince(deliveredUntil, {
		initial,
		lookbackDays: lookbackDays.read(parameters),
		until: lastDayOver(timezone, run),
	});
	if (deliveredUntil === undefined)
		observe({
			type: 'remark',
			text: `With these parameters and for this account the node has delivered nothing yet, so it begins with ${name}.`,
		});
	if (!cursors.areKept)
		observe({
			type: 'remark',
			text: 'A manual run does not move the cursor of Since Last Run; executions of the active workflow do.',
		});
	if (window === undefined) return { window, delivered: () => undefined };
	const { dateFrom, dateTo } = window;
	const first =
		deliveredUntil === undefined
			? { field: name, says: `${name} is ${dateFrom}` }
			: {
					field: 'Date Range',
					says: `Date Range is Since Last Run, which goes on from ${dateFrom}`,
					advice: `Set Date Range to Custom for the days that there still are. A new copy of this node, with another ${name}, goes on from there.`,
				};
	return {
		window: { ...window, first },
		delivered: () => {
			if (cursors.areKept) cursors.move(report, dateTo);
		},
	};
}
