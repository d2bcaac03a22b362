import type { Clock } from '../../connector/clock';
import { CancelledError } from '../../connector/errors';

interface Sleeper {
	readonly at: number;
	readonly wake: () => void;
}

/** Turns of the event loop before time jumps, so that whoever is still about to go to sleep gets there first. */
const SETTLE_TURNS = 5;

/** A clock that jumps to the next sleeper whenever everybody waits. `random` always gives the same number. */
export class FakeClock implements Clock {
	/** Every sleep asked for, in milliseconds and in order. */
	readonly sleeps: number[] = [];
	private time: number;
	/** By how much somebody has set the calendar's clock. */
	private set = 0;
	private sleepers: Sleeper[] = [];
	private running = false;

	constructor(
		start = '2026-03-02T09:00:00.000Z',
		private readonly chance = 0.5,
	) {
		this.time = Date.parse(start);
	}

	now(): number {
		return this.time + this.set;
	}

	uptime(): number {
		return this.time;
	}

	random(): number {
		return this.chance;
	}

	async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		this.sleeps.push(ms);
		await new Promise<void>((resolve, reject) => {
			const cancel = () => {
				this.sleepers = this.sleepers.filter((other) => other !== sleeper);
				reject(new CancelledError('The execution was stopped.'));
			};
			const wake = () => {
				signal?.removeEventListener('abort', cancel);
				resolve();
			};
			const sleeper = { at: this.time + Math.max(0, ms), wake };
			if (signal?.aborted === true) {
				cancel();
				return;
			}
			signal?.addEventListener('abort', cancel, { once: true });
			this.sleepers.push(sleeper);
			void this.run();
		});
	}

	/** Lets time pass without anybody sleeping. */
	advance(ms: number): void {
		this.time += ms;
	}

	/** Sets the clock on the wall, forward or back, while no time passes. */
	setBy(ms: number): void {
		this.set += ms;
	}

	private async run(): Promise<void> {
		if (this.running) return;
		this.running = true;
		while (this.sleepers.length > 0) {
			await settle(SETTLE_TURNS);
			this.sleepers.sort((a, b) => a.at - b.at);
			const next = this.sleepers.shift();
			if (next === undefined) break;
			this.time = Math.max(this.time, next.at);
			next.wake();
		}
		this.running = false;
	}
}

/** Lets everything happen that waits for nothing but its turn; in more turns than the clock's, time may pass. */
export async function settle(turns = 100): Promise<void> {
	for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}
