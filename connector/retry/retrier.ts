import type { Clock } from '../clock';
import { ConnectorError, waitTooLong } from '../errors';
import type { Observe } from '../events';
import { backoffMs, type Intent, type RetryPolicy, type RetryRule } from './retry-policy';

const CAPACITY = 30;
const EARNED_PER_SUCCESS = 0.25;

/**
 * A token bucket that keeps retries from multiplying the load on a platform that is down: each retry of a failure
 * takes a token, each success gives a quarter back. With failures below a fifth of the requests it never runs dry.
 */
export class RetryBudget {
	private tokens = CAPACITY;

	/** @returns false when no retry is left */
	take(): boolean {
		if (this.tokens < 1) return false;
		this.tokens -= 1;
		return true;
	}

	earn(): void {
		this.tokens = Math.min(CAPACITY, this.tokens + EARNED_PER_SUCCESS);
	}
}

interface RetrierParts {
	readonly policy: RetryPolicy;
	readonly budget: RetryBudget;
	readonly clock: Clock;
	readonly observe: Observe;
}

interface Attempts {
	readonly intent: Intent;
	readonly signal: AbortSignal;
	/** Keeps everybody who shares the budget from sending for so many milliseconds. */
	readonly pause: (ms: number) => void;
	/** Gets a new token; absent where only the user can. */
	readonly refresh?: () => Promise<void>;
	/** Whether halves would be tried if this failed now. */
	readonly canSplit?: () => boolean;
}

type WaitingRule = Exclude<RetryRule, { action: 'refresh' }>;

/** Carries out a {@link RetryPolicy}. One object serves one run of a node. */
export class Retrier {
	constructor(private readonly parts: RetrierParts) {}

	/**
	 * Runs `attempt` until it succeeds or the policy ends it; throws the last error.
	 *
	 * @param permit gets before each attempt what it takes to send; where it is not to be had, that is final
	 */
	async run<Permit, Result>(
		attempts: Attempts,
		permit: () => Promise<Permit>,
		attempt: (permit: Permit) => Promise<Result>,
	): Promise<Result> {
		const recovery = this.recovery(attempts);
		for (;;) {
			const permitted = await permit();
			try {
				const result = await attempt(permitted);
				this.parts.budget.earn();
				return result;
			} catch (error) {
				await recovery.after(error);
			}
		}
	}

	/** For work that goes on where it broke off, such as a download: `after` waits, or throws when it is over. */
	recovery({ intent, signal, pause, canSplit, refresh }: Attempts): {
		after(error: unknown): Promise<void>;
		progressed(): void;
	} {
		let retries = 0;
		let refreshed = false;
		return {
			after: async (error) => {
				if (!(error instanceof ConnectorError)) throw error;
				const rule = this.parts.policy.rules.find(
					({ kind, intents }) => kind === error.kind && intents.includes(intent),
				);
				if (rule === undefined || isHopeless(error, canSplit)) throw error;
				if (rule.action === 'refresh') {
					if (refreshed || refresh === undefined) throw error;
					refreshed = true;
					await refresh();
				} else {
					const { policy, budget } = this.parts;
					const isOver = retries >= policy.maxRetries;
					// Of what passes by itself nothing is learnt by the wait that there would have been.
					if (isOver && rule.action === 'retry') throw error;
					const ms = this.waitMs(rule, error, retries);
					// Also where this call ends: everybody else on the credential would only be refused, too. If it goes
					// on, its own next permit does the waiting.
					if (rule.action === 'wait') pause(ms);
					if (ms > policy.maxWaitMs)
						throw waitTooLong(error.message, {
							status: error.status,
							retryAfterMs: ms,
							windowMs: error.windowMs,
							fields: error.fields,
							requestId: error.requestId,
							// Halves need not wait, unless the platform wants everybody to.
							splittable: error.splittable && error.retryAfterMs === undefined,
							// No patience helps where there is no retry left to wait for.
							tooLongWait: !isOver,
							cause: error,
						});
					if (isOver) throw error;
					if (rule.action === 'retry') {
						if (!budget.take()) throw error;
						await this.backOff(ms, signal);
					}
					retries += 1;
				}
				this.parts.observe({ type: 'retry', kind: error.kind, attempt: retries });
			},
			progressed: () => {
				retries = 0;
			},
		};
	}

	private waitMs(rule: WaitingRule, error: ConnectorError, retries: number): number {
		const own = backoffMs(rule.backoff, retries, () => this.parts.clock.random());
		// "After 0 seconds" tells nothing, where the request has just been refused for coming too early.
		const asked = error.retryAfterMs ?? 0;
		return rule.action === 'wait' && asked > 0 ? asked : Math.max(asked, own);
	}

	private async backOff(ms: number, signal: AbortSignal): Promise<void> {
		this.parts.observe({ type: 'wait', reason: 'backoff', ms });
		await this.parts.clock.sleep(ms, signal);
	}
}

/** An answer that was too long would be so again. What took too long is worth another try, unless halves would be tried. */
function isHopeless({ kind, splittable }: ConnectorError, canSplit = () => false): boolean {
	return splittable && (kind === 'response-invalid' || (kind === 'timeout' && canSplit()));
}
