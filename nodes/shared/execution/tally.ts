import type { ConnectorEvent } from '../../../connector/events';
import { plural } from '../parameters/shown';

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
		switch (event.type) {
			case 'request':
				this.requests += 1;
				break;
			case 'retry':
				this.retries += 1;
				break;
			case 'split':
				this.splits += 1;
				break;
			case 'slice-failed':
				this.failedSlices += 1;
				break;
			case 'slice-done':
				this.slicesDone = event.done;
				this.slices = event.count;
				break;
			case 'rows':
				this.rows += event.rows;
				break;
			case 'wait':
				break;
			case 'remark':
				this.remarks.add(event.text);
				break;
		}
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
