import type { Held } from '../rows';
import type { Slice, Slices } from '../slices';

interface AheadParts {
	readonly start: (slice: Slice) => Promise<Held>;
	readonly maxConcurrency: number;
	/** So many rows of ended slices may wait for their turn while further ones are started. */
	readonly waitingRows: number;
}

interface Started {
	readonly held: Promise<Held>;
	/** Until it has ended, or its turn is over: one that failed keeps its place for its halves. */
	running: boolean;
	/** Rows that it holds since it ended before its turn. */
	waitingRows: number;
}

/**
 * Starts slices in their order, at most `maxConcurrency` at a time. One that has ended makes room for the next at once,
 * although those before it may still run: else all would wait for the slowest.
 */
export class SlicesAhead {
	/** The first one is that whose turn it is. */
	private readonly started: Started[] = [];
	private next = 0;
	private running = 0;
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
	}

	/** Starts nothing any more. @returns what was started and is not going to be read */
	stop(): Promise<Held>[] {
		this.next = this.slices.length;
		return this.started.splice(0).map(({ held }) => held);
	}

	private startMore(): void {
		const { maxConcurrency, waitingRows } = this.parts;
		while (
			this.running < maxConcurrency &&
			(this.started.length < maxConcurrency || this.waitingRows < waitingRows)
		) {
			const slice = this.slices.at(this.next++);
			if (slice === undefined) return;
			this.startOne(slice);
		}
	}

	private startOne(slice: Slice): void {
		const held = this.parts.start(slice);
		const one: Started = { held, running: true, waitingRows: 0 };
		this.started.push(one);
		this.running += 1;
		held
			.then(({ pages, rest }) => {
				if (rest !== undefined) return;
				this.running -= 1;
				one.running = false;
				if (one !== this.started[0]) for (const page of pages) one.waitingRows += page.length;
				this.waitingRows += one.waitingRows;
				this.startMore();
			})
			.catch(() => undefined);
	}
}
