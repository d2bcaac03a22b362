import type { Held } from '../rows';
import type { Slice, Slices } from '../slices';

interface AheadParts {
	/** @param ordered see `ReadSlice` */
	readonly start: (slice: Slice, ordered: () => Promise<void>) => Promise<Held>;
	readonly maxConcurrency: number;
	/** So many rows of ended slices may wait for their turn while further ones are started. */
	readonly waitingRows: number;
	/** So many jobs may be ordered and wait for a place; 0 where slices are no jobs, or none is to be ordered ahead. */
	readonly ordersAhead: number;
}

class Started {
	held!: Promise<Held>;
	/**
	 * Has one of the places, until it has ended or its turn is over: one that failed keeps it for its halves. One whose
	 * order failed has none, but nothing was ordered behind it that could take all.
	 */
	running = false;
	failed = false;
	/** Rows that it holds since it ended before its turn. */
	waitingRows = 0;
}

/**
 * Starts slices in their order, at most `maxConcurrency` at a time. One that has ended makes room for the next at once,
 * although those before it may still run: else all would wait for the slowest.
 *
 * Slices that are jobs are ordered further ahead, one after another, so that the platform makes them ready meanwhile; rows
 * they get when there is a place. Behind one that failed nothing is ordered until that was told.
 */
export class SlicesAhead {
	/** The first one is that whose turn it is. */
	private readonly started: Started[] = [];
	/** Gives their places to those whose jobs are ordered, in their order. */
	private readonly ordered: (() => void)[] = [];
	/** The one whose order is under way. */
	private ordering: Started | undefined;
	private next = 0;
	private running = 0;
	private failed = 0;
	private waitingRows = 0;

	constructor(
		private readonly slices: Slices,
		private readonly parts: AheadParts,
	) {}

	/** The slice whose turn it is now, started if it was not. */
	async current(): Promise<Held> {
		this.startMore();
		const [current] = this.started;
		if (current === undefined) throw new RangeError('There are no more slices.');
		this.waitingRows -= current.waitingRows;
		current.waitingRows = 0;
		return current.held;
	}

	/** Its turn is over. Nothing is started yet, since it may have been the last one that is wanted. */
	endTurn(): void {
		const passed = this.started.shift();
		if (passed?.running === true) this.running -= 1;
		if (passed?.failed === true) this.failed -= 1;
	}

	/** Starts nothing any more. @returns what was started and is not going to be read */
	stop(): Promise<Held>[] {
		this.next = this.slices.length;
		return this.started.splice(0).map(({ held }) => held);
	}

	private startMore(): void {
		while (this.ordered.length > 0 && this.hasPlace()) this.ordered.shift()?.();
		while (this.mayStart()) {
			const slice = this.slices.at(this.next++);
			if (slice === undefined) return;
			this.start(slice);
		}
	}

	private mayStart(): boolean {
		const { ordersAhead } = this.parts;
		if (ordersAhead === 0) return this.hasPlace();
		if (this.ordering !== undefined || this.failed > 0) return false;
		return this.hasPlace() || this.ordered.length < ordersAhead;
	}

	private hasPlace(): boolean {
		const { maxConcurrency, waitingRows } = this.parts;
		const begun = this.started.length - this.ordered.length - (this.ordering === undefined ? 0 : 1);
		return this.running < maxConcurrency && (begun < maxConcurrency || this.waitingRows < waitingRows);
	}

	private start(slice: Slice): void {
		const one = new Started();
		this.started.push(one);
		if (this.parts.ordersAhead === 0) this.run(one);
		else this.ordering = one;
		one.held = this.parts.start(slice, async () => {
			if (one === this.ordering) await this.placeFor(one);
		});
		one.held.then(
			(held) => {
				this.begun(one, held);
			},
			() => {
				this.fail(one);
			},
		);
	}

	/** Its job is ordered, so the next one may be. */
	private async placeFor(one: Started): Promise<void> {
		this.hasOrdered(one);
		const place = new Promise<void>((resolve) => {
			this.ordered.push(() => {
				this.run(one);
				resolve();
			});
		});
		this.startMore();
		return place;
	}

	private run(one: Started): void {
		one.running = true;
		this.running += 1;
	}

	private hasOrdered(one: Started): void {
		if (one === this.ordering) this.ordering = undefined;
	}

	private begun(one: Started, { pages, rest }: Held): void {
		this.hasOrdered(one);
		if (rest !== undefined) return;
		if (one.running) this.running -= 1;
		one.running = false;
		if (one !== this.started[0]) for (const page of pages) one.waitingRows += page.length;
		this.waitingRows += one.waitingRows;
		this.startMore();
	}

	private fail(one: Started): void {
		this.hasOrdered(one);
		one.failed = true;
		this.failed += 1;
	}
}
