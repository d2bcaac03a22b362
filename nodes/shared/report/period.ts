import type { DateWindow } from '../../../connector/slices';
import type { Run } from '../operations/run';
import { parseDay, parseTimezone } from '../parameters/calendar-day';
import { ParameterError } from '../parameters/parameter-error';
import type { Parameters } from '../parameters/parameters';
import { windowSince } from './cursor';
import { DEFAULT_TIMEZONE, lookbackDays, SINCE_LAST_RUN } from './date-fields';
import { resolveDateRange, yesterday } from './date-range';

/** What of a run the period is read from. */
type PeriodRun = Pick<Run<unknown>, 'parameters' | 'limit' | 'clock' | 'cursors' | 'observe'>;

/** The days to load, and what to do when they have been delivered. */
export interface Period {
	/** Undefined when there are no days to load, which was told. */
	readonly window: DateWindow | undefined;
	readonly delivered: () => void;
}

/**
 * The days that Date Range stands for.
 *
 * @param report everything that makes "since last run" another report than the node's others
 * @throws {ParameterError}
 */
export function openPeriod(run: PeriodRun, report: unknown): Period {
	const { parameters, clock, observe } = run;
	const now = new Date(clock.now());
	const timezone = readTimezone(parameters);
	const dateRange = parameters.text('dateRange');
	const period =
		dateRange === SINCE_LAST_RUN
			? sinceLastRun(run, report, { timezone, now })
			: {
					window: resolveDateRange({
						dateRange,
						dateFrom: parameters.value('dateFrom'),
						dateTo: parameters.value('dateTo'),
						timezone,
						now,
					}),
					delivered: () => undefined,
				};
	const { window } = period;
	if (window === undefined)
		observe({
			type: 'remark',
			text: 'The date range holds no complete day yet, so there was nothing to load.',
		});
	else if (window.dateTo > yesterday(now, timezone))
		observe({
			type: 'remark',
			text: `The range includes days that are not over in ${timezone}; what comes in while they are read may be missing.`,
		});
	return period;
}

/** @throws {ParameterError} */
export function readTimezone(parameters: Parameters): string {
	const timezone = parameters.hasOption('timezone') ? parameters.option('timezone') : DEFAULT_TIMEZONE;
	return parseTimezone(timezone, parameters.displayName('timezone'));
}

function sinceLastRun(
	{ parameters, limit, cursors, observe }: PeriodRun,
	report: unknown,
	{ timezone, now }: { readonly timezone: string; readonly now: Date },
): Period {
	if (limit.rows !== Infinity)
		throw new ParameterError(
			'Date Range',
			'Date Range is Since Last Run, but Return All is off, so days would be left out.',
			'Switch on Return All, or set Output to File.',
		);
	const name = parameters.displayName('initialDateFrom');
	const initial = parameters.hasOption('initialDateFrom')
		? parseDay(parameters.option('initialDateFrom'), name, timezone)
		: undefined;
	const deliveredUntil = cursors.deliveredUntil(report);
	if (deliveredUntil === undefined && initial === undefined)
		throw new ParameterError(
			name,
			`${name} is not set, and there was no run before to go on from.`,
			`Set Options > ${name} to the first day that you want to load.`,
		);
	const window = windowSince(deliveredUntil, {
		initial,
		lookbackDays: lookbackDays.read(parameters),
		until: yesterday(now, timezone),
	});
	if (!cursors.areKept)
		observe({
			type: 'remark',
			text: 'A manual run does not move the cursor of Since Last Run; executions of the active workflow do.',
		});
	return {
		window,
		delivered: () => {
			if (cursors.areKept && window !== undefined) cursors.move(report, window.dateTo);
		},
	};
}
