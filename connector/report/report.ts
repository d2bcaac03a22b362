import { setMaxListeners } from 'node:events';

import { ConnectorError, endsRun } from '../errors';
import type { Observe } from '../events';
import type { RowLimit } from '../pages';
import { hold, replay, type Held, type Page } from '../rows';
import { bisect, type Cuts, type Slice, type Slices } from '../slices';
import { SlicesAhead } from './slices-ahead';

export interface FailedSlice {
	readonly slice: Slice;
	readonly error: ConnectorError;
	/** Rows of this very slice that had been handed on before it failed. */
	readonly rowsDelivered: number;
}

/**
 * Reads one slice; has to be lazy, as an async generator is.
 *
 * @param signal aborts when the report is over before the slice is
 * @param canSplit whether halves would be run if the slice failed now, so that a request that is too much for the
 *   platform need not be repeated unchanged
 * @param ordered a slice that is a job tells that it is ordered, and waits: it may have been ordered long before it may
 *   be read
 */
export type ReadSlice = (
	slice: Slice,
	signal: AbortSignal,
	canSplit: () => boolean,
	ordered: () => Promise<void>,
) => AsyncIterable<Page>;

export interface ReportParts {
	readonly read: ReadSlice;
	readonly cuts: Cuts;
	readonly maxConcurrency: number;
	/**
	 * Rows of a slice that are held back, so that it can still be split. A stated bound of memory: so many rows for each
	 * running slice, and about so many more in all of slices that have ended before their turn.
	 */
	readonly holdRows: number;
	/** Jobs that may be ordered before they may be read, besides those that are; 0 where slices are no jobs. */
	readonly ordersAhead: number;
	readonly limit: RowLimit;
	/** Gets each slice that failed for good; without it the first failure ends the report. */
	readonly onFailedSlice?: (failure: FailedSlice) => void;
	readonly observe: Observe;
	readonly signal: AbortSignal;
}

/**
 * Runs the slices of a report, at most `maxConcurrency` at a time (one with a limit), and hands their rows on in the
 * order of the slices. A slice that is too large for the platform is halved and its halves are run in its place, as long as
 * nothing of it was handed on; what is held back until then is bounded by `holdRows`. Slices that are jobs are ordered
 * ahead of that, `ordersAhead` of them, so that the platform makes them ready at the same time.
 *
 * @throws {SliceFailure} the first slice that failed for good, unless failures are collected
 * @throws {ConnectorError} the run was cancelled or the credential refused; no slice is to blame
 */
export async function* runReport(slices: Slices, parts: ReportParts): AsyncGenerator<Page> {
	const over = new AbortController();
	const signal = AbortSignal.any([parts.signal, over.signal]);
	// Every slice that runs listens to it, and Node would take more than ten for a leak.
	setMaxListeners(0, signal);
	const run = new ReportRun(parts, signal);
	// Slices ahead may not be needed for a limit, and each would ask for as many rows as the first one.
	const isLimited = parts.limit.remaining < Infinity;
	const ahead = new SlicesAhead(slices, {
		start: async (slice, ordered) => {
			if (slice.failure !== undefined) throw slice.failure;
			return run.start(slice, ordered);
		},
		maxConcurrency: isLimited ? 1 : parts.maxConcurrency,
		waitingRows: isLimited ? 0 : parts.holdRows,
		ordersAhead: isLimited ? 0 : parts.ordersAhead,
	});
	try {
		let done = 0;
		for (const slice of parts.limit.whileWanted(slices)) {
			yield* run.deliver(slice, ahead.current());
			ahead.endTurn();
			parts.observe({ type: 'slice-done', done: (done += 1), count: slices.length });
		}
	} finally {
		over.abort();
		// Nobody waits for those that nobody is going to read: they may still be amid a request.
		for (const unread of ahead.stop()) unread.then(({ rest }) => rest?.return?.()).catch(() => undefined);
	}
}

class ReportRun {
	constructor(
		private readonly parts: ReportParts,
		private readonly signal: AbortSignal,
	) {}

	/** For a slice whose turn may come later: as far as may be kept until then. */
	start(slice: Slice, ordered: () => Promise<void>): Promise<Held> {
		return this.hold(slice, this.parts.holdRows, ordered);
	}

	/** For a half, whose turn is now: what cannot be halved again need not be held back. */
	private startHalf(slice: Slice): Promise<Held> {
		const { cuts, holdRows } = this.parts;
		return this.hold(slice, bisect(slice, cuts) === undefined ? 1 : holdRows, () => Promise.resolve());
	}

	/** Until it is held nothing of it was handed on, so a slice that fails meanwhile can be split without doubling a row. */
	private hold(slice: Slice, rows: number, ordered: () => Promise<void>): Promise<Held> {
		const { read, cuts, limit } = this.parts;
		let nothingHandedOn = true;
		const canSplit = () => nothingHandedOn && bisect(slice, cuts) !== undefined;
		const held = hold(read(slice, this.signal, canSplit, ordered), Math.min(rows, limit.remaining)).finally(
			() => {
				nothingHandedOn = false;
			},
		);
		// Its turn may come much later, or never; its failure is looked at then.
		held.catch(() => undefined);
		return held;
	}

	async *deliver(slice: Slice, starting: Promise<Held>): AsyncGenerator<Page> {
		let rowsDelivered = 0;
		try {
			const { pages, rest } = await starting;
			for await (const page of replay(pages, rest)) {
				rowsDelivered += page.length;
				yield page;
			}
		} catch (error) {
			if (!(error instanceof ConnectorError)) throw error;
			const halves = rowsDelivered === 0 && error.splittable ? bisect(slice, this.parts.cuts) : undefined;
			if (halves === undefined) this.fail({ slice, error, rowsDelivered });
			else yield* this.deliverHalves(halves, error);
		}
	}

	private async *deliverHalves(halves: readonly [Slice, Slice], error: ConnectorError): AsyncGenerator<Page> {
		this.parts.observe({ type: 'split', kind: error.kind });
		for (const half of this.parts.limit.whileWanted(halves)) yield* this.deliver(half, this.startHalf(half));
	}

	private fail(failure: FailedSlice): void {
		const { onFailedSlice, observe } = this.parts;
		if (endsRun(failure.error)) throw failure.error;
		if (onFailedSlice === undefined) throw new SliceFailure(failure);
		observe({ type: 'slice-failed', kind: failure.error.kind });
		onFailedSlice(failure);
	}
}

/** Carries a failed slice up to whoever explains it; the platform's own error is its `failure.error`. */
export class SliceFailure extends Error {
	constructor(readonly failure: FailedSlice) {
		super(failure.error.message, { cause: failure.error });
		this.name = 'SliceFailure';
	}
}
