import { createHash } from 'node:crypto';

import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Clock } from '../../../connector/clock';
import { addDays, type DateWindow, type Day } from '../../../connector/slices';
import type { Cursors } from '../operations/run';
import { asObject } from '../parameters/json';
import { isManualRun } from './manual-run';

/** Among the workflow's own data, which all of its nodes share. */
const KEY = 'ruAdsDeliveredUntil';

const DAY_MS = 86_400_000;

/** A cursor that nobody has asked for since longer than this, a yearly run included, is not going to be asked for. */
const KEPT_MS = 400 * DAY_MS;

/** Of one node; more only where one execution uses more. Parameters by expression may make a new report of each run. */
const MOST_CURSORS = 1000;

/** How far a report was delivered, and when that was last of use, in milliseconds since the epoch. */
interface Cursor {
	readonly until: Day;
	readonly used: number;
}

/**
 * Cursors in the workflow's static data, under the node's id, which outlives another name. n8n saves that after every
 * execution of an active workflow, failed ones included, so it is touched only when the node has handed on everything.
 */
export class StoredCursors {
	readonly areKept: boolean;
	/** Those that this execution has used, by the report's key. */
	private readonly used = new Map<string, Cursor>();

	/** @param owner what else makes a report another one: credential, operation */
	constructor(
		private readonly node: IExecuteFunctions,
		private readonly clock: Pick<Clock, 'now'>,
		private readonly owner: readonly unknown[],
	) {
		this.areKept = !isManualRun(node);
	}

	/** @param account two accounts never share a cursor, although one credential may lead to both by an expression */
	of(account: string): Cursors {
		const keyOf = (report: unknown) => {
			const identity = JSON.stringify([...this.owner, account, unordered(report)]);
			return createHash('sha256').update(identity).digest('hex').slice(0, 16);
		};
		return {
			areKept: this.areKept,
			deliveredUntil: (report) => this.deliveredUntil(keyOf(report)),
			move: (report, until) => this.used.set(keyOf(report), { until, used: this.clock.now() }),
		};
	}

	save(): void {
		if (!this.areKept || this.used.size === 0) return;
		const data = this.node.getWorkflowStaticData('global');
		const { id } = this.node.getNode();
		const nodes = asObject(data[KEY]);
		const mine = { ...asObject(nodes[id]), ...Object.fromEntries(this.used) };
		const kept = Object.entries({ ...nodes, [id]: mine }).map(([node, cursors]): [string, IDataObject] => [
			node,
			this.kept(cursors, node === id ? Math.max(MOST_CURSORS, this.used.size) : Infinity),
		]);
		data[KEY] = Object.fromEntries(kept.filter(([, cursors]) => Object.keys(cursors).length > 0));
	}

	private deliveredUntil(key: string): Day | undefined {
		const nodes = asObject(this.node.getWorkflowStaticData('global')[KEY]);
		const { until } = asObject(asObject(nodes[this.node.getNode().id])[key]);
		if (typeof until !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(until)) return undefined;
		// Also where it is not moved, because days failed: whoever asks for it daily may have to for longer than a year.
		if (!this.used.has(key)) this.used.set(key, { until, used: this.clock.now() });
		return until;
	}

	/** Those that may still be asked for: used not long ago, and the last `most` of them. */
	private kept(cursors: unknown, most: number): IDataObject {
		const lastUse = ([, cursor]: [string, unknown]) => Number(asObject(cursor).used);
		const living = Object.entries(asObject(cursors))
			.filter((entry) => lastUse(entry) > this.clock.now() - KEPT_MS)
			.sort((one, other) => lastUse(other) - lastUse(one));
		return Object.fromEntries(living.slice(0, most)) as IDataObject;
	}
}

/** Lists of names, ids and conditions are sets: another order is the same report. */
function unordered(value: unknown): unknown {
	if (Array.isArray(value)) {
		const entries = new Map(value.map((entry) => [JSON.stringify(unordered(entry)), unordered(entry)]));
		return [...entries.keys()].sort().map((text) => entries.get(text));
	}
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.map(([name, inner]) => [name, unordered(inner)]),
	);
}

/**
 * The days since the last run, and some before it again; undefined when there is no new day to load. A first day that
 * moves, as "a week ago" does, never makes it begin behind the day after the last delivered one.
 */
export function windowSince(
	deliveredUntil: Day | undefined,
	{ initial, lookbackDays, until }: { initial: Day; lookbackDays: number; until: Day },
): DateWindow | undefined {
	const dateFrom = deliveredUntil === undefined ? initial : begin(deliveredUntil, initial, lookbackDays);
	return dateFrom > until ? undefined : { dateFrom, dateTo: until };
}

function begin(deliveredUntil: Day, initial: Day, lookbackDays: number): Day {
	const next = addDays(deliveredUntil, 1);
	const again = addDays(deliveredUntil, 1 - lookbackDays);
	if (initial <= again) return again;
	// Days before the first one that the user asked for are never theirs to re-read.
	return initial < next ? initial : next;
}
