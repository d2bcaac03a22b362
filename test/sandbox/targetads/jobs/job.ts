import { gzipSync } from 'node:zlib';

import type { JobFault } from '../../frame/faults/kinds';
import type { Stretch } from '../reports/raw-request';
import type { Report } from '../truth/truth';

import { csv } from './csv';

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
