import { addDays } from '../../../connector/slices';
import type { Measurement, Setup } from './measurement';
import { rawReport } from './raw-report';

const ROWS = [50_000, 200_000, 800_000] as const;
const SLICES = [10, 100, 1000] as const;
const ROWS_PER_SLICE = 200;
const FIRST_DAY = '2023-01-01';

const count = (value: number, what: string): string => `${value.toLocaleString('en-US')} ${what}`;

export function growthMeasurements({ server: { tls }, shrink }: Setup): Measurement[] {
	const rowsTo = (output: string) =>
		ROWS.map((rows) => ({
			name: count(rows / shrink, 'rows'),
			task: rawReport(tls, rows / shrink, { output, fileFormat: 'csv', options: { pageSize: 10_000 } }),
		}));
	const slices = SLICES.map((slice) => ({
		name: count(slice, 'slices'),
		task: rawReport(tls, ROWS_PER_SLICE, {
			dateFrom: FIRST_DAY,
			dateTo: addDays(FIRST_DAY, slice - 1),
			options: { daysPerRequest: 1, maxConcurrency: 2 },
		}),
	}));
	return [
		{
			name: 'growth-items',
			title: 'How cost grows with rows: items',
			cases: rowsTo('items'),
			hasSlope: true,
		},
		{
			name: 'growth-file',
			title: 'How cost grows with rows: file (CSV)',
			cases: rowsTo('file'),
			hasSlope: true,
		},
		{
			name: 'growth-slices',
			title: `How cost grows with slices of ${ROWS_PER_SLICE} rows, to items`,
			cases: slices,
			hasSlope: true,
		},
	];
}
