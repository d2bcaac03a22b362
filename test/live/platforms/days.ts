const DAY_MS = 86_400_000;

/** A day of Moscow as YYYY-MM-DD, so many days from now; before is negative. */
export function moscowDay(fromNow: number): string {
	const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Moscow', dateStyle: 'short' });
	return format.format(Date.now() + fromNow * DAY_MS);
}
