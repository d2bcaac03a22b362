import { CancelledError } from '../errors';

/** Milliseconds of work at a time. n8n serves its editor, its webhooks and all other nodes from the same thread. */
const TURN_MS = 5;

const STEPS_PER_LOOK = 16;

/** Divides long work into turns, between which the event loop is free and a stopped execution is noticed. */
export class Turns {
	private began: number;

	/** @param now milliseconds since any moment */
	constructor(
		private readonly signal?: AbortSignal,
		private readonly now: () => number = () => performance.now(),
	) {
		this.began = now();
	}

	/** Whether the others should have theirs. */
	get isOver(): boolean {
		return this.now() - this.began >= TURN_MS;
	}

	/** The same for steps of which each surely costs less than a look at the clock, such as a comparison. */
	isOverAt(index: number): boolean {
		return index % STEPS_PER_LOOK === 0 && this.isOver;
	}

	/** @throws {CancelledError} the execution was stopped */
	async next(): Promise<void> {
		await new Promise((resolve) => setImmediate(resolve));
		if (this.signal?.aborted === true) throw new CancelledError('The execution was stopped.');
		this.began = this.now();
	}
}
