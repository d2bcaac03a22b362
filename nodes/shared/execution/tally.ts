import type { ConnectorEvent } from '../../../connector/events';
import { plural } from '../parameters/shown';

/** What is counted one by one. */
const COUNTED = {
	request: 'requests',
	retry: 'retries',
	split: 'splits',
	'slice-failed': 'failedSlices',
} as const;

/** Counts what happens in one execution of a node. Progress, hints and file items read from here. */
export class Tally {
	requests = 0;
	retries = 0;
	splits = 0;
	failedSlices = 0;
	rows = 0;
	slicesDone = 0;
	slices = 0;
	readonly remarks = new Set<string>();

	/** @param unit what a row is called where the operation gives none, such as a plan's slices */
	constructor(private readonly unit = 'row') {}

	count(event: ConnectorEvent): void {
		if (event.type === 'rows') this.rows += event.rows;
		else if (event.type === 'remark') this.remarks.add(event.text);
		else if (event.type === 'slice-done') {
			this.slicesDone = event.done;
			this.slices = event.count;
		} else if (event.type !== 'wait') this[COUNTED[event.type]] += 1;
	}

	/** "1,234 rows, 12 requests, 1 retry" */
	summary(): string {
		const parts = [plural(this.rows, this.unit), plural(this.requests, 'request')];
		if (this.retries > 0) parts.push(plural(this.retries, 'retry', 'retries'));
		if (this.splits > 0) parts.push(plural(this.splits, 'split'));
		if (this.failedSlices > 0) parts.push(plural(this.failedSlices, 'failed slice'));
		return parts.join(', ');
	}
}
