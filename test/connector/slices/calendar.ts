import type { DateWindow, Day } from '../../../connector/slices';

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Every day of 2023 to 2028 in order, counted by hand's rules and not by Date, so that it can judge the code. */
export const CALENDAR: readonly Day[] = [2023, 2024, 2025, 2026, 2027, 2028].flatMap((year) =>
	MONTH_DAYS.flatMap((days, month) =>
		Array.from({ length: month === 1 && year % 4 === 0 ? 29 : days }, (_, day) =>
			[year, String(month + 1).padStart(2, '0'), String(day + 1).padStart(2, '0')].join('-'),
		),
	),
);

const PLACE = new Map(CALENDAR.map((day, index) => [day, index]));

/** Each day of a window, both ends included. */
export function daysOf({ dateFrom, dateTo }: DateWindow): Day[] {
	return CALENDAR.slice(PLACE.get(dateFrom), PLACE.get(dateTo)! + 1);
}

/** The window of `length` days that begins with the day at `index` of the calendar. */
export function windowAt(index: number, length: number): DateWindow {
	return { dateFrom: CALENDAR[index]!, dateTo: CALENDAR[index + length - 1]! };
}
