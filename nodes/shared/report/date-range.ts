import { DateTime } from 'luxon';

import { addDays, type DateWindow, type Day } from '../../../connector/slices';
import { parseDay } from '../parameters/calendar-day';
import { ParameterError } from '../parameters/parameter-error';

interface DateRangeInput {
	readonly dateRange: string;
	readonly dateFrom: unknown;
	readonly dateTo: unknown;
	readonly timezone: string;
	readonly now: Date;
}

/** Days that end yesterday. */
const LAST_DAYS: Readonly<Record<string, number>> = {
	yesterday: 1,
	last7Days: 7,
	last14Days: 14,
	last30Days: 30,
};

/**
 * The days that a Date Range stands for, in the given time zone. Relative ranges hold complete days only.
 *
 * @returns undefined when there is no complete day, which is This Month on its first day
 * @throws {ParameterError}
 */
export function resolveDateRange(input: DateRangeInput): DateWindow | undefined {
	const { dateRange, timezone, now } = input;
	const days = Object.hasOwn(LAST_DAYS, dateRange) ? LAST_DAYS[dateRange] : undefined;
	const last = yesterday(now, timezone);
	if (days !== undefined) return { dateFrom: addDays(last, 1 - days), dateTo: last };
	const thisMonth = DateTime.fromJSDate(now, { zone: timezone }).startOf('month');
	switch (dateRange) {
		case 'custom':
			return customRange(input);
		case 'thisMonth': {
			const dateFrom = thisMonth.toFormat('yyyy-MM-dd');
			return dateFrom > last ? undefined : { dateFrom, dateTo: last };
		}
		case 'lastMonth': {
			const dateFrom = thisMonth.minus({ months: 1 }).toFormat('yyyy-MM-dd');
			return { dateFrom, dateTo: addDays(thisMonth.toFormat('yyyy-MM-dd'), -1) };
		}
		default:
			throw new ParameterError('Date Range', `Date Range is "${dateRange}", which is not one of its values.`);
	}
}

/** The last day that is over. */
export function yesterday(now: Date, timezone: string): Day {
	return addDays(DateTime.fromJSDate(now, { zone: timezone }).toFormat('yyyy-MM-dd'), -1);
}

function customRange({ dateFrom, dateTo, timezone }: DateRangeInput): DateWindow {
	const window = {
		dateFrom: parseDay(dateFrom, 'Date From', timezone),
		dateTo: parseDay(dateTo, 'Date To', timezone),
	};
	if (window.dateFrom > window.dateTo)
		throw new ParameterError(
			'Date From',
			`Date From (${window.dateFrom}) is after Date To (${window.dateTo}).`,
			'Exchange the two dates.',
		);
	return window;
}
