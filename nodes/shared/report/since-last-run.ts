import { createHash } from 'node:crypto';

import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { addDays, type DateWindow, type Day } from '../../../connector/slices';

const KEY = 'deliveredUntil';

/**
 * The last day that a node delivered, kept in its static data. n8n saves static data after every execution of an
 * active workflow, so a new cursor is written only when everything was handed on.
 */
export class RunCursors {
	private readonly moved = new Map<string, Day>();

	constructor(private readonly node: IExecuteFunctions) {}

	/** @param identity everything that makes it another report: credential, operation, scope, fields */
	static key(identity: unknown): string {
		return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16);
	}

	deliveredUntil(key: string): Day | undefined {
		const day = asObject(this.node.getWorkflowStaticData('node')[KEY])[key];
		return typeof day === 'string' ? day : undefined;
	}

	/** Notes the new last day; it counts only after {@link save}. */
	move(key: string, until: Day): void {
		this.moved.set(key, until);
	}

	forget(key: string): void {
		this.moved.delete(key);
	}

	save(): void {
		if (this.moved.size === 0) return;
		const data = this.node.getWorkflowStaticData('node');
		data[KEY] = { ...asObject(data[KEY]), ...Object.fromEntries(this.moved) };
	}
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

function asObject(value: unknown): IDataObject {
	return typeof value === 'object' && value !== null ? (value as IDataObject) : {};
}
