import type { Clock } from '../clock';
import { ConnectorError, waitTooLong } from '../errors';
import type { Observe } from '../events';
import type { RetryBudget } from './retry-budget';
import { backoffMs, type Intent, type RetryPolicy, type RetryRule } from './retry-policy';

export interface RetrierParts {
	readonly policy: RetryPolicy;
	readonly budget: RetryBudget;
	readonly clock: Clock;
	readonly observe: Observe;
	/** Keeps everybody on this credential from sending for so many milliseconds. */
	readonly pause: (ms: number) => void;
}

export interface Attempts {
	readonly intent: Intent;
	readonly signal: AbortSignal;
	/** Gets a new token; absent where only the user can. */
	readonly refresh?: () => Promise<void>;
	/** Whether repeating the request unchanged is of no use, because only a smaller one can succeed. */
	readonly wantsSmaller?: (error: ConnectorError) => boolean;
}

type WaitingRule = Exclude<RetryRule, { action: 'refresh' }>;

/** Carries out a {@link RetryPolicy}. One object serves one run of a node. */
export class Retrier {
	constructor(private readonly parts: RetrierParts) {}

	/**
	 * Runs `attempt` until it succeeds or the policy ends it; throws the last error.
	 *
	 * @param permit waits before each attempt for leave to send; where it is not to be had, that is final
	 */
	async run<T>(attempts: Attempts, permit: () => Promise<void>, attempt: () => Promise<T>): Promise<T> {
		const recovery = this.recovery(attempts);
		for (;;) {
			await permit();
			try {
				const result = await attempt();
				this.parts.budget.earn();
				return result;
			} catch (error) {
				await recovery.after(error);
			}
		}
	}

	/** For work that goes on where it broke off, such as a download: `after` waits, or throws when it is over. */
	recovery({ intent, signal, wantsSmaller, refresh }: Attempts): {
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
				if (rule === undefined || wantsSmaller?.(error) === true) throw error;
				if (rule.action === 'refresh') {
					if (refreshed || refresh === undefined) throw error;
					refreshed = true;
					await refresh();
				} else {
					const { policy, budget, pause } = this.parts;
					const ms = this.waitMs(rule, error, retries);
					// Also where this call ends: everybody else on the credential would only be refused, too. If it goes
					// on, its own next permit does the waiting.
					if (rule.action === 'wait') pause(ms);
					if (ms > policy.maxWaitMs)
						throw waitTooLong(error.message, { status: error.status, retryAfterMs: ms, cause: error });
					if (retries >= policy.maxRetries) throw error;
					if (rule.action === 'retry') {
						if (!budget.take()) throw error;
						await this.backOff(ms, signal);
					}
					retries += 1;
				}
				this.parts.observe({ type: 'retry', kind: error.kind, attempt: retries, message: error.message });
			},
			progressed: () => {
				retries = 0;
			},
		};
	}

	/** @returns milliseconds; more than the policy's maximum only where the platform asks for it */
	private waitMs(rule: WaitingRule, error: ConnectorError, retries: number): number {
		const { policy, clock } = this.parts;
		const own = Math.min(
			policy.maxWaitMs,
			backoffMs(rule.backoff, retries, () => clock.random()),
		);
		return rule.action === 'wait' ? (error.retryAfterMs ?? own) : Math.max(error.retryAfterMs ?? 0, own);
	}

	private async backOff(ms: number, signal: AbortSignal): Promise<void> {
		this.parts.observe({ type: 'wait', reason: 'backoff', ms });
		await this.parts.clock.sleep(ms, signal);
	}
}
