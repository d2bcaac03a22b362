import { unlessAborted, type Clock } from '../clock';
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
	/** Answers tell the budget, so until the first one to a method only one request for it is under way. */
	readonly probe?: boolean;
}

/** Leave to send one request. */
export interface Permit {
	/** The request has been answered, or never will be. To be called once. */
	settle(): void;
}

/** Names the account as a whole where a method is asked for. */
export const EVERY_METHOD = '';

/** No budget of ours has a longer window, so a longer pause is a mistake that must not outlive the day. */
const LONGEST_PAUSE_MS = 86_400_000;

/**
 * The budget of one credential at one platform, shared by everything in the process that uses it. Each attempt takes
 * a permit; a pause (after a 429) holds all of them back, not only the call that met it.
 */
export class RateLimiter {
	private readonly windows = new Map<string, Map<number, WindowCount>>();
	/** By the uptime: a clock that is set back does not make a minute an hour. */
	private readonly pausedUntil = new Map<string, number>();
	/** Ends of the first requests to methods, which find out what the budget is. */
	private readonly probes = new Map<string, Promise<void>>();

	/** @param configured windows that hold from the start, for all methods together */
	constructor(
		private readonly clock: Clock,
		configured: readonly BudgetWindow[] = [],
	) {
		this.learn(EVERY_METHOD, configured);
	}

	/** Nobody sends to the method for `ms` from now, at most a day. Pauses never shorten each other. */
	pause(ms: number, method = EVERY_METHOD): void {
		const until = this.clock.uptime() + Math.min(ms, LONGEST_PAUSE_MS);
		this.pausedUntil.set(method, Math.max(this.pausedUntil.get(method) ?? 0, until));
	}

	/** Takes over what an answer told about the budget of a method; with nothing told it counts as known, too. */
	learn(method: string, windows: readonly BudgetWindow[]): void {
		const counts = this.windows.get(method) ?? new Map<number, WindowCount>();
		this.windows.set(method, counts);
		for (const window of windows) {
			const count =
				counts.get(window.lengthMs) ?? new WindowCount(window.lengthMs, window.limit, window.offsetMs);
			counts.set(window.lengthMs, count);
			count.learn(window, this.clock.now());
		}
	}

	/**
	 * Waits for a permit.
	 *
	 * @throws {RateLimitedError | QuotaExhaustedError} the wait would be longer than `maxWaitMs`
	 * @throws {CancelledError} the signal aborted
	 */
	async permit(method: string, options: PermitOptions): Promise<Permit> {
		const { signal, observe, maxWaitMs, share, probe = false } = options;
		// A loop, because a pause may be prolonged, and a window filled by somebody else, while we sleep.
		for (;;) {
			if (signal.aborted) throw new CancelledError('The execution was stopped.');
			const isProbe = probe && !this.windows.has(method);
			const other = isProbe ? this.probes.get(method) : undefined;
			if (other !== undefined) {
				await unlessAborted(other, signal);
				continue;
			}
			const now = this.clock.now();
			const paused = this.pauseLeft(method);
			const counts = this.countsFor(method);
			const budget = Math.max(0, ...counts.map((count) => count.waitMs(now, share)));
			const ms = Math.max(paused, budget);
			if (ms === 0) return this.grant(counts, isProbe ? this.beginProbe(method) : undefined);
			if (ms > maxWaitMs)
				throw waitTooLong('The platform takes no more requests from this account for now.', {
					retryAfterMs: ms,
					windowMs: longestUsedUp(counts, now, share),
					tooLongWait: true,
				});
			observe({ type: 'wait', reason: paused >= budget ? 'rate-limit' : 'budget', ms });
			await this.clock.sleep(ms, signal);
		}
	}

	private grant(counts: readonly WindowCount[], endProbe?: () => void): Permit {
		for (const count of counts) count.take();
		return {
			settle: () => {
				for (const count of counts) count.settle();
				endProbe?.();
			},
		};
	}

	private beginProbe(method: string): () => void {
		let end = (): void => undefined;
		const probe = new Promise<void>((resolve) => {
			end = resolve;
		});
		this.probes.set(method, probe);
		return () => {
			this.probes.delete(method);
			end();
		};
	}

	private pauseLeft(method: string): number {
		const until = Math.max(this.pausedUntil.get(EVERY_METHOD) ?? 0, this.pausedUntil.get(method) ?? 0);
		return Math.max(0, until - this.clock.uptime());
	}

	private countsFor(method: string): WindowCount[] {
		return [EVERY_METHOD, method].flatMap((owner) => [...(this.windows.get(owner)?.values() ?? [])]);
	}
}

function longestUsedUp(counts: readonly WindowCount[], now: number, share: number): number {
	return Math.max(
		0,
		...counts.filter((count) => count.waitMs(now, share) > 0).map(({ lengthMs }) => lengthMs),
	);
}
