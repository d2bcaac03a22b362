import { setTimeout as delay } from 'node:timers/promises';

import { CancelledError } from './errors';

/** Time and chance as a port: what waits or draws lots takes it from here, so that tests never wait. */
export interface Clock {
	/** Milliseconds since the epoch, as the calendar has it: it jumps when somebody sets the clock. */
	now(): number;
	/** Milliseconds since some moment, which only ever grow, one by one: for how long something takes. */
	uptime(): number;
	/** Resolves after `ms`; rejects with {@link CancelledError} as soon as the signal aborts. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
	/** A number from 0 (inclusive) to 1 (exclusive). */
	random(): number;
}

/** setTimeout fires at once for anything longer. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
	now: () => Date.now(),
	uptime: () => performance.now(),
	random: () => Math.random(),
	async sleep(ms, signal) {
		try {
			await delay(Math.min(Math.max(0, ms), LONGEST_TIMER_MS), undefined, { signal });
		} catch {
			throw new CancelledError('The execution was stopped.');
		}
	},
};

/**
 * Settles like the work, or at once when the signal aborts: a token that is being renewed cannot be called off, but
 * nobody has to wait for it.
 *
 * @throws {CancelledError} the signal aborted
 */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	let cancel: () => void = () => undefined;
	const aborted = new Promise<never>((_resolve, reject) => {
		cancel = () => {
			reject(new CancelledError('The execution was stopped.'));
		};
	});
	if (signal.aborted) cancel();
	else signal.addEventListener('abort', cancel);
	try {
		return await Promise.race([work, aborted]);
	} finally {
		signal.removeEventListener('abort', cancel);
	}
}
