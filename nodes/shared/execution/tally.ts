import type { ConnectorEvent } from '../../../connector/events';
import type { Result } from '../operations/operation';
import { plural } from '../parameters/shown';

/** What is counted one by one. */
const COUNTED = {
	request: 'requests',
	retry: 'retries',
	split: 'splits',
	'slice-failed': 'failedSlices',
} as const;

/** So many remarks are read. */
const OF_A_SERIES = 3;

/** Counts what happens in one execution of a node. Progress, hints and file items read from here. */
export class Tally {
	requests = 0;
	retries = 0;
	splits = 0;
	failedSlices = 0;
	rows = 0;
	slicesDone = 0;
	slices = 0;
	private readonly remarks = new Set<string>();
	private readonly series = new Map<string, number>();

	constructor(private readonly result: Result) {}

	count(event: ConnectorEvent): void {
		if (event.type === 'rows') this.rows += event.rows;
		else if (event.type === 'remark') this.remark(event.text, event.series);
		else if (event.type === 'slice-done') {
			this.slicesDone = event.done;
			this.slices = event.count;
		} else if (event.type !== 'wait') this[COUNTED[event.type]] += 1;
	}

	remark(text: string, series?: string): void {
		const before = series === undefined ? 0 : (this.series.get(series) ?? 0);
		if (series !== undefined) this.series.set(series, before + 1);
		if (before < OF_A_SERIES) this.remarks.add(text);
	}

	/** Each remark once; of a series the first ones, and how many more there were. */
	get told(): string[] {
		const more = [...this.series].filter(([, count]) => count > OF_A_SERIES);
		return [
			...this.remarks,
			...more.map(([series, count]) => `The same of ${plural(count - OF_A_SERIES, series)} more.`),
		];
	}

	/** "Loaded 1,234 rows, 12 requests, 1 retry" */
	summary(): string {
		const { did, one, many } = this.result;
		const parts = [`${did} ${plural(this.rows, one, many)}`, plural(this.requests, 'request')];
		if (this.retries > 0) parts.push(plural(this.retries, 'retry', 'retries'));
		if (this.splits > 0) parts.push(`${plural(this.splits, 'part')} cut in half`);
		if (this.failedSlices > 0) parts.push(plural(this.failedSlices, 'failed slice'));
		return parts.join(', ');
	}
}
