/** "1 row", "1,234 rows" */
export function plural(count: number, singular: string, other = `${singular}s`): string {
	return `${count.toLocaleString('en-US')} ${count === 1 ? singular : other}`;
}

/** A value as a message shows it: short, whatever an expression handed over. */
export function shown(value: unknown): string {
	const text = typeof value === 'string' ? value : asJson(value);
	return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
}

function asJson(value: unknown): string {
	// JSON knows neither NaN nor big integers.
	if (typeof value === 'number' || typeof value === 'bigint') return String(value);
	if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return typeof value;
	try {
		return JSON.stringify(value);
	} catch {
		return typeof value;
	}
}
