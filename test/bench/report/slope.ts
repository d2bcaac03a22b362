import type { MeasurementResult, Result } from './results';

/** What memory and time a row more takes, as lines; none for a measurement that has no slope. */
export function slopeOf({ measurement, results }: MeasurementResult): string[] {
	const [less, more] = results.slice(-2);
	if (measurement.hasSlope !== true || less === undefined || more === undefined) return [];
	const bytes = Math.max(0, more.peakBytes - less.peakBytes) / (more.rows - less.rows);
	return [
		`Memory per row more, between the last two: ${(bytes / 1000).toFixed(1)} kB. Time grows with the rows to the power of ` +
			`${powerOf([less, more]).toFixed(2)} between the last two, ${powerOf(results).toFixed(2)} over all.`,
		'',
	];
}

/** The slope of time against rows, both as logarithms, by least squares: 1 is linear. */
export function powerOf(results: readonly Result[]): number {
	const points = results.map(({ rows, ms }) => ({ x: Math.log(rows), y: Math.log(ms) }));
	const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
	const sum = (of: (point: { x: number; y: number }) => number) =>
		points.reduce((total, point) => total + of(point), 0);
	return sum((point) => (point.x - x) * (point.y - y)) / sum((point) => (point.x - x) ** 2);
}
