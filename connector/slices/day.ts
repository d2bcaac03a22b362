const DAY_MS = 86_400_000;

/** A calendar day as `YYYY-MM-DD`, without a time zone. Such days sort as text. */
export type Day = string;

/** The day `days` later (or earlier, when negative). Counts in UTC, where each day has 24 hours. */
export function addDays(day: Day, days: number): Day {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Number of days from `from` to `to`, both included. */
export function daysBetween(from: Day, to: Day): number {
	return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS + 1;
}
