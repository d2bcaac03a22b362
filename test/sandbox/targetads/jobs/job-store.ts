import { gzipSync } from 'node:zlib';

import type { JobFault } from '../../frame/faults/fault';
import { mix, uuid } from '../../frame/hash';
import type { Stretch } from '../reports/raw-request';
import type { Row, Value } from '../truth/columns';
import type { Report } from '../truth/truth';

/** An ordered file and how often it was asked for. */
export class Job {
	polls = 0;
	readonly rowCount: number;

	constructor(
		readonly id: string,
		private readonly report: Report,
		private readonly fields: readonly string[],
		private readonly stretch: Stretch,
		/** Set when the order itself was struck. */
		readonly fault?: JobFault,
	) {
		this.rowCount = Math.max(0, Math.min(stretch.limit, report.total - stretch.offset));
	}

	/** The text of the file. */
	content(): string {
		return csv(this.fields, this.report.read(this.stretch.offset, this.rowCount));
	}

	/** Bytes of the file. */
	fileSize(isGzip: boolean): number {
		const text = Buffer.from(this.content());
		return isGzip ? gzipSync(text).length : text.length;
	}
}

/** All ordered jobs. An order that is repeated is another job (section 5.3, 7). */
export class JobStore {
	private readonly jobs = new Map<string, Job>();
	private ordered = 0;

	constructor(private readonly seed: number) {}

	order(report: Report, fields: readonly string[], stretch: Stretch, fault: JobFault | undefined): Job {
		this.ordered++;
		const job = new Job(uuid(mix(mix(this.seed, 0x10b), this.ordered)), report, fields, stretch, fault);
		this.jobs.set(job.id, job);
		return job;
	}

	find(id: string): Job | undefined {
		return this.jobs.get(id);
	}

	clear(): void {
		this.jobs.clear();
		this.ordered = 0;
	}
}

/** A job's file (3.10): a header row of the requested fields, then the rows; lists as JSON text. */
function csv(fields: readonly string[], rows: Iterable<Row>): string {
	const lines = Array.from(rows, (row) => fields.map((field) => cell(row[field] ?? null)));
	return [fields.map(cell), ...lines].map((cells) => `${cells.join(',')}\n`).join('');
}

function cell(value: Value): string {
	if (value === null) return '';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
