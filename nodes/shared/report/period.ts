import type { DateWindow } from '../../../connector/slices';
import { parseDay, parseTimezone } from '../parameters/calendar-day';
import { DEFAULT_LOOKBACK_DAYS, DEFAULT_TIMEZONE } from './date-fields';
import { resolveDateRange, yesterday } from './date-range';
import { ParameterError } from '../parameters/parameter-error';
import type { Parameters } from '../parameters/parameters';
import type { Execution } from '../execution/execution';
import { RunCursors, windowSince } from './since-last-run';

/** The days that Date Range stands for, for one input item, and the cursor of Since Last Run. */
export class Period<Api> {
	private cursorKey = '';

	constructor(
		private readonly execution: Execution<Api>,
		private readonly parameters: Parameters,
		private readonly everything: boolean,
	) {}

	/** @returns undefined when there are no days to load */
	window(scope: unknown): DateWindow | undefined {
		const { parameters, execution } = this;
		const now = new Date(execution.ports.clock.now());
		const timezone = parseTimezone(
			parameters.hasOption('timezone') ? parameters.option('timezone') : DEFAULT_TIMEZONE,
			parameters.displayName('timezone'),
		);
		const dateRange = parameters.text('dateRange');
		const window =
			dateRange === 'sinceLastRun'
				? this.sinceLastRun(scope, timezone, now)
				: resolveDateRange({
						dateRange,
						dateFrom: parameters.value('dateFrom'),
						dateTo: parameters.value('dateTo'),
						timezone,
						now,
					});
		if (window === undefined)
			execution.observe({
				type: 'remark',
				text: 'The date range holds no complete day yet, so there was nothing to load.',
			});
		else if (window.dateTo > yesterday(now, timezone))
			execution.observe({
				type: 'remark',
				text: `The range includes days that are not over in ${timezone}; what comes in while they are read may be missing.`,
			});
		return window;
	}

	/** Something is missing: the next run starts where this one started. */
	keepCursor(): void {
		this.execution.cursors.forget(this.cursorKey);
	}

	private sinceLastRun(scope: unknown, timezone: string, now: Date): DateWindow | undefined {
		const { parameters, execution } = this;
		if (!this.everything)
			throw new ParameterError(
				'Date Range',
				'Date Range is Since Last Run, but Return All is off, so days would be left out.',
				'Switch on Return All, or set Output to File.',
			);
		const { node, cursors, platform, operation } = execution;
		const credential = node.getNode().credentials?.[platform.credentialType];
		this.cursorKey = RunCursors.key([credential?.id ?? credential?.name, operation.value, scope]);
		const name = parameters.displayName('initialDateFrom');
		const initial = parameters.hasOption('initialDateFrom')
			? parseDay(parameters.option('initialDateFrom'), name, timezone)
			: undefined;
		const deliveredUntil = cursors.deliveredUntil(this.cursorKey);
		if (deliveredUntil === undefined && initial === undefined)
			throw new ParameterError(
				name,
				`${name} is not set, and there was no run before to go on from.`,
				`Set Options > ${name} to the first day that you want to load.`,
			);
		const window = windowSince(deliveredUntil, {
			initial,
			lookbackDays: parameters.optionWholeNumber('lookbackDays', {
				minimum: 0,
				maximum: 365,
				default: DEFAULT_LOOKBACK_DAYS,
			}),
			until: yesterday(now, timezone),
		});
		if (node.getMode() === 'manual')
			execution.observe({
				type: 'remark',
				text: 'A manual run does not move the cursor of Since Last Run; executions of the active workflow do.',
			});
		else if (window !== undefined) cursors.move(this.cursorKey, window.dateTo);
		return window;
	}
}
