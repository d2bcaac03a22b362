import { createHash } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';

import { addDays, type DateWindow, type Day } from '../../../connector/slices';
import type { Cursors } from '../operations/run';
import { asObject } from '../parameters/json';

const KEY = 'deliveredUntil';

/**
 * Cursors in the node's static data. n8n saves that after every execution of an active workflow, failed ones included,
 * so it is touched only when the node has handed on everything.
 */
export class StoredCursors implements Cursors {
	private readonly moved = new Map<string, Day>();

	/** @param owner what else makes a report another one: credential, operation */
	constructor(
		private readonly node: IExecuteFunctions,
		private readonly owner: readonly unknown[],
	) {}

	get areKept(): boolean {
		return this.node.getMode() !== 'manual';
	}

	deliveredUntil(report: unknown): Day | undefined {
		const day = asObject(this.node.getWorkflowStaticData('node')[KEY])[this.keyOf(report)];
		return typeof day === 'string' ? day : undefined;
	}

	move(report: unknown, until: Day): void {
		this.moved.set(this.keyOf(report), until);
	}

	save(): void {
		if (this.moved.size === 0) return;
		const data = this.node.getWorkflowStaticData('node');
		data[KEY] = { ...asObject(data[KEY]), ...Object.fromEntries(this.moved) };
	}

	private keyOf(report: unknown): string {
		const identity = JSON.stringify(unordered([...this.owner, report]));
		return createHash('sha256').update(identity).digest('hex').slice(0, 16);
	}
}

/** Lists of names and ids are sets: another order is the same report. */
function unordered(value: unknown): unknown {
	if (Array.isArray(value))
		return value.every((entry) => typeof entry === 'string') ? [...value].sort() : value.map(unordered);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unordered(inner)]));
}

/** The days since the last run, and some before it again; undefined when there is no new day to load. */
export function windowSince(
	deliveredUntil: Day | undefined,
	{ initial, lookbackDays, until }: { initial: Day | undefined; lookbackDays: number; until: Day },
): DateWindow | undefined {
	const again = deliveredUntil === undefined ? undefined : addDays(deliveredUntil, 1 - lookbackDays);
	// Days before the first one that the user asked for are never theirs to re-read.
	const dateFrom = again === undefined || (initial !== undefined && initial > again) ? initial : again;
	return dateFrom === undefined || dateFrom > until ? undefined : { dateFrom, dateTo: until };
}
