import type { Measurement, Setup } from './measurement';
import { rawReport } from './raw-report';

export const DOWNLOAD = 'bare download + gunzip (the limit)';
export const JOB_TO_FILE = 'job to a CSV file';

const ROWS = 5_000_000;
/** More items than these n8n cannot save within its usual memory: see "What n8n's own saving costs". */
const ITEM_ROWS = 500_000;

export function jobMeasurements({ server: { tls }, shrink }: Setup): Measurement[] {
	const rows = ROWS / shrink;
	const job = (count: number, parameters = {}) => ({
		...rawReport(tls, count, { delivery: 'job', options: { pollInterval: 1 }, ...parameters }),
		waitedMs: 1000,
	});
	const note = 'Without the second before the first look at the job, which the node waits by design.';
	return [
		{
			name: 'job-file',
			title: `v2 job with a gzip CSV of ${rows.toLocaleString('en-US')} rows to a file`,
			note,
			cases: [
				{ name: DOWNLOAD, task: { contender: 'download', url: tls, rows } },
				{ name: JOB_TO_FILE, task: job(rows, { output: 'file', fileFormat: 'csv' }) },
			],
			reference: DOWNLOAD,
		},
		{
			name: 'job-items',
			title: 'v2 job with a gzip CSV to items',
			note: `${note} 5,000,000 items of 12 columns do not fit into Node's default heap, so fewer are taken.`,
			cases: [
				{ name: `${(ITEM_ROWS / shrink).toLocaleString('en-US')} rows`, task: job(ITEM_ROWS / shrink) },
			],
		},
	];
}
