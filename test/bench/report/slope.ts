import type { MeasurementResult } from './results';

/** What memory a row more takes, as lines; none for a measurement that has no slope. */
export function slopeOf({ measurement, results }: MeasurementResult): string[] {
	const [less, more] = results.slice(-2);
	if (measurement.hasSlope !== true || less === undefined || more === undefined) return [];
	const bytes = Math.max(0, more.peakBytes - less.peakBytes) / (more.rows - less.rows);
	return [`Memory per row more, between the last two: ${(bytes / 1000).toFixed(1)} kB.`, ''];
}
