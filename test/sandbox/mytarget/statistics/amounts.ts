const { round } = Math;

/** Kopecks as a decimal string; zero has no decimals (3.19). */
export function money(kopecks: number): string {
	if (kopecks === 0) return '0';
	const text = String(round(kopecks)).padStart(3, '0');
	return `${text.slice(0, -2)}.${text.slice(-2)}`.replace(/\.?0+$/, '');
}

/** The price of one of so many, as a decimal string. */
export function costOf(kopecks: number, count: number, times = 1): string {
	return count === 0 ? '0' : money((kopecks * times) / count);
}

/** A share as a number in percent. */
export function percent(part: number, whole: number): number {
	return whole === 0 ? 0 : round((part / whole) * 1_000_000) / 10_000;
}
