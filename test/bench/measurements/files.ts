import type { Case, Measurement, Setup } from './measurement';
import { rawReport } from './raw-report';

export const fileCase = (format: string, rows: number): string =>
	`${format}, ${rows.toLocaleString('en-US')} rows`;

export const DROPPING = 'bare loop that receives, parses and drops (the limit)';

export const FILE_ROWS = [1_000_000, 5_000_000] as const;
/** Of the files in database mode. */
const ROWS_PER_FILE = 100_000;

export function fileMeasurements({ server: { tls, ascii }, shrink }: Setup): Measurement[] {
	const [small, large] = FILE_ROWS.map((rows) => rows / shrink) as [number, number];
	const toFile = (rows: number, fileFormat: string, options = {}, url = tls) =>
		rawReport(url, rows, { output: 'file', fileFormat, options: { pageSize: 10_000, ...options } });
	const cases = (rows: number) =>
		['csv', 'ndjson'].map((format) => ({ name: fileCase(format, rows), task: toFile(rows, format) }));
	const besideDropping = (url: string): Case[] => [
		{ name: DROPPING, task: { contender: 'dropping', url, rows: small, pageSize: 10_000 } },
		...['csv', 'ndjson'].map((format) => ({
			name: fileCase(format, small),
			task: toFile(small, format, {}, url),
		})),
	];
	return [
		{
			name: 'file-small',
			title: "getRaw to a file in n8n's filesystem mode, pages of 10,000, TLS",
			cases: besideDropping(tls),
			reference: DROPPING,
		},
		{
			name: 'file-ascii',
			title: "getRaw to a file in n8n's filesystem mode, pages of 10,000, TLS, rows of plain ASCII",
			cases: besideDropping(ascii),
			reference: DROPPING,
		},
		{
			name: 'file-large',
			title: "getRaw to a file in n8n's filesystem mode, pages of 10,000, TLS: five times the rows",
			note: 'One run each: the run itself is the average over 500 pages.',
			cases: cases(large),
			runs: 1,
		},
		{
			name: 'file-database',
			title: "getRaw to files in n8n's database mode (buffered in memory)",
			note:
				`What n8n keeps in its database it keeps in memory until the execution is saved. With Rows per File = ${ROWS_PER_FILE.toLocaleString('en-US')} ` +
				'no single file grows too large, but all of them stay until the end.',
			cases: [small / 5, small].map((rows) => ({
				name: fileCase('csv', rows),
				task: {
					...toFile(rows, 'csv', { rowsPerFile: ROWS_PER_FILE / shrink }),
					binaryMode: 'default' as const,
				},
			})),
			runs: 1,
		},
	];
}
