import { gzipSync } from 'node:zlib';

import type { JobFault } from '../../frame/faults/fault';
import { mix, uuid } from '../../frame/hash';
import type { Stretch } from '../reports/raw-request';
import type { Row, Value } from '../truth/columns';
import type { Report } from '../truth/truth';

/** Files of up to so many rows are made whole, and their size is exact. */
const WHOLE_ROWS = 100_000;
const SAMPLE_ROWS = 1000;

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

	/** A whole text where the file is small, else chunks that are made while they are read. */
	content(): string | Iterable<string> {
		return this.rowCount > WHOLE_ROWS ? this.chunks(this.rowCount) : [...this.chunks(this.rowCount)].join('');
	}

	/** Bytes of the file; of a large one an estimate from its beginning, for making it takes as long as reading it. */
	fileSize(isGzip: boolean): number {
		const rows = this.rowCount > WHOLE_ROWS ? SAMPLE_ROWS : this.rowCount;
		const text = Buffer.from([...this.chunks(rows)].join(''));
		const size = isGzip ? gzipSync(text).length : text.length;
		return rows === this.rowCount ? size : Math.round((size / rows) * this.rowCount);
	}

	private chunks(rows: number): Iterable<string> {
		return csv(this.fields, this.report.read(this.stretch.offset, rows));
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

const ROWS_PER_CHUNK = 500;

/** A job's file (3.10): a header row of the requested fields, then the rows; lists as JSON text. */
export function* csv(fields: readonly string[], rows: Iterable<Row>): Generator<string, void> {
	let chunk = `${fields.map(cell).join(',')}\n`;
	let written = 0;
	for (const row of rows) {
		chunk += `${fields.map((field) => cell(row[field] ?? null)).join(',')}\n`;
		written++;
		if (written % ROWS_PER_CHUNK === 0) {
			yield chunk;
			chunk = '';
		}
	}
	if (chunk !== '') yield chunk;
}

function cell(value: Value): string {
	if (value === null) return '';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
