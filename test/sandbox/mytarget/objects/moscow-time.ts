const MOSCOW_MS = 3 * 3_600_000;

/** YYYY-MM-DD HH:MM:SS in Moscow (1.10). */
export function moscowText(time: number): string {
	return new Date(time + MOSCOW_MS).toISOString().slice(0, 19).replace('T', ' ');
}
