import { dayText, weekday } from '../../frame/calendar';

/** The closed list of 4.8. */
export const DATE_GROUPINGS = ['day', 'week', 'month', 'quarter', 'year'] as const;

export type DateGrouping = (typeof DATE_GROUPINGS)[number];

/** The first day of the period that a day belongs to, as text. */
export function periodOf(day: number, grouping: DateGrouping): string {
	const text = dayText(day);
	switch (grouping) {
		case 'day':
			return text;
		case 'week':
			return dayText(day - weekday(day));
		case 'month':
			return `${text.slice(0, 7)}-01`;
		case 'quarter': {
			const month = Math.floor((Number(text.slice(5, 7)) - 1) / 3) * 3 + 1;
			return `${text.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
		}
		case 'year':
			return `${text.slice(0, 4)}-01-01`;
	}
}
