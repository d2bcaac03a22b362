import type { Clock } from '../clock';
import { CancelledError, waitTooLong } from '../errors';
import type { Observe } from '../events';
import { WindowCount, type BudgetWindow } from './budget-window';

export interface PermitOptions {
	readonly signal: AbortSignal;
	readonly observe: Observe;
	/** Longest wait in milliseconds that the caller accepts. */
	readonly maxWaitMs: number;
	/**
	 * The part (0-1) of every window that the caller may see used, for several workers on one account. Callers with
	 * different shares count into the same windows.
	 */
	readonly share: number;
}

/** No budget of ours has a longer window, so a longer pause is a mistake that must not outlive the day. */
const LONGEST_PAUSE_MS = 86_400_000;

/**
 * The budget of one credential at one platform, shared by everything in the process that uses it. Each attempt takes
 * a permit; a pause (after a 429) holds all of them back, not only the call that met it.
 */
export class RateLimiter {
	private readonly windows = new Map<string, WindowCount>();
	private pausedUntil = 0;

	/** @param configured windows that hold from the start, for all methods together */
	constructor(
		private readonly clock: Clock,
		configured: readonly BudgetWindow[] = [],
	) {
		this.learn('', configured);
	}

	/** Nobody sends for `ms` from now, at most a day. Pauses never shorten each other. */
	pause(ms: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, this.clock.now() + Math.min(ms, LONGEST_PAUSE_MS));
	}

	/** Takes over what an answer told about the budget of a method ('' for the account as a whole). */
	learn(method: string, windows: readonly BudgetWindow[]): void {
		for (const window of windows) {
			const key = `${method} ${window.lengthMs}`;
			const count = this.windows.get(key) ?? new WindowCount(window.lengthMs, window.limit);
			this.windows.set(key, count);
			count.learn(window, this.clock.now());
		}
	}

	/**
	 * Waits for a permit.
	 *
	 * @throws {RateLimitedError | QuotaExhaustedError} the wait would be longer than `maxWaitMs`
	 * @throws {CancelledError} the signal aborted
	 */
	async permit(method: string, { signal, observe, maxWaitMs, share }: PermitOptions): Promise<void> {
		// A loop, because a pause may be prolonged, and a window filled by somebody else, while we sleep.
		for (;;) {
			if (signal.aborted) throw new CancelledError('The execution was stopped.');
			const now = this.clock.now();
			const counts = this.countsFor(method);
			const paused = Math.max(0, this.pausedUntil - now);
			const budget = Math.max(0, ...counts.map((count) => count.waitMs(now, share)));
			const ms = Math.max(paused, budget);
			if (ms === 0) {
				for (const count of counts) count.take();
				return;
			}
			if (ms > maxWaitMs)
				throw waitTooLong('The platform takes no more requests from this account for now.', {
					retryAfterMs: ms,
				});
			observe({ type: 'wait', reason: paused >= budget ? 'rate-limit' : 'budget', ms });
			await this.clock.sleep(ms, signal);
		}
	}

	private countsFor(method: string): WindowCount[] {
		const found: WindowCount[] = [];
		for (const [key, count] of this.windows) {
			const owner = key.slice(0, key.lastIndexOf(' '));
			if (owner === '' || owner === method) found.push(count);
		}
		return found;
	}
}
