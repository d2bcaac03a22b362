import type { Page } from '../rows';

/** How many rows are still wanted. Paginators ask for no more than this, and say when they stopped because of it. */
export class RowLimit {
	private left: number;
	private cut = false;

	/** @param rows Infinity for everything */
	constructor(readonly rows: number) {
		this.left = rows;
	}

	get remaining(): number {
		return this.left;
	}

	/**
	 * There was more than the limit let through. Not before the limit is used up: paginators read ahead of whoever
	 * takes the rows, so they may know of a rest while rows that belong to the limit are still on their way.
	 */
	get cutOff(): boolean {
		return this.cut && this.left === 0;
	}

	/** Hands on what fits of a page. */
	take(page: Page): Page {
		if (page.length > this.left) this.cut = true;
		const taken = page.length > this.left ? page.slice(0, this.left) : page;
		this.left -= taken.length;
		return taken;
	}

	/** Rows that had been handed on and were taken out again leave their places to others. */
	giveBack(rows: number): void {
		this.left += rows;
	}

	/** Batches of requests for as long as rows are wanted; those that are left are noted. */
	*whileWanted<Batch>(batches: Iterable<Batch>): Generator<Batch> {
		for (const batch of batches) {
			if (this.left === 0) {
				this.noteMore();
				return;
			}
			yield batch;
		}
	}

	/** Notes that the platform has more than was asked for. */
	noteMore(): void {
		this.cut = true;
	}
}

/** Everything, without a limit. */
export const noLimit = (): RowLimit => new RowLimit(Infinity);
