import { ROUND_TRIP_MS } from '../server/distance';
import type { Measurement, Setup } from './measurement';
import { rawReport } from './raw-report';

const SLICES = 36;
const ROWS_PER_SLICE = 1000;

export const oneAtATime = 'concurrency 1';
export const fourAtATime = 'concurrency 4';

export function sliceMeasurements({ server: { far } }: Setup): Measurement[] {
	const slices = (maxConcurrency: number) =>
		rawReport(far, ROWS_PER_SLICE, {
			dateFrom: '2026-01-01',
			dateTo: '2026-02-05',
			options: { daysPerRequest: 1, maxConcurrency },
		});
	return [
		{
			name: 'slices',
			title: `${SLICES} slices of ${ROWS_PER_SLICE.toLocaleString('en-US')} rows, TLS, round trip of ${ROUND_TRIP_MS} ms`,
			note: 'The order of the rows is that of the slices; test/connector/report holds the tests for that.',
			cases: [
				{ name: oneAtATime, task: slices(1) },
				{ name: fourAtATime, task: slices(4) },
			],
			reference: oneAtATime,
		},
	];
}
