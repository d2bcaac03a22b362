import { addDays } from '../../../connector/slices';
import { longAnswer } from '../long-answers';
import { longTask } from './long';
import type { Measurement, Setup } from './measurement';
import { rawReport } from './raw-report';

const ROWS = [50_000, 200_000, 800_000] as const;
const SLICES = [10, 100, 1000] as const;
const OBJECTS = [200, 2000, 20_000] as const;
const ROWS_PER_SLICE = 200;
const FIRST_DAY = '2023-01-01';

const count = (value: number, what: string): string => `${value.toLocaleString('en-US')} ${what}`;

export function growthMeasurements({ server: { tls, long }, shrink }: Setup): Measurement[] {
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
	const objects = (name: string, what: string) =>
		OBJECTS.map((rows) => ({
			name: count(rows, what),
			task: longTask(long, 'whole', longAnswer(name), rows),
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
		{
			name: 'growth-list',
			title: 'How cost grows with objects in one answer: user lists of myTarget',
			cases: objects('mytarget-lists', 'objects'),
			hasSlope: true,
		},
		{
			name: 'growth-campaigns',
			title: 'How cost grows with objects in one answer: campaigns of TargetADS',
			cases: objects('targetads-campaigns', 'objects'),
			hasSlope: true,
		},
		{
			name: 'growth-statistics',
			title: 'How cost grows with rows in one answer: statistics of 200 objects of myTarget by day',
			cases: objects('mytarget-daily', 'rows'),
			hasSlope: true,
		},
	];
}
