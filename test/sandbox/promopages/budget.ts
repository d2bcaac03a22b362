import type { PromoPagesOptions } from './options';
import { Refusal } from './refusal';

const MINUTE = 60_000;

interface Window {
	start: number;
	spent: number;
	/** Everything is refused before this time. */
	closedUntil: number;
}

/**
 * Requests per minute. That each method has a limit is known, its number is not (section 1). The minute begins with the
 * first request in it; who goes on asking after a 429 is refused until the penalty has passed.
 */
export class Budget {
	private readonly windows = new Map<string, Window>();

	constructor(
		private readonly options: PromoPagesOptions,
		private readonly now: () => number,
	) {}

	/** Errors: 429. */
	spend(endpoint: string): void {
		const { requestsPerMinute, penaltySeconds, budgetScope } = this.options;
		if (requestsPerMinute === 0) return;
		const time = this.now();
		const window = this.windowOf(budgetScope === 'endpoint' ? endpoint : '', time);
		if (time < window.closedUntil) throw this.refusal();
		if (window.spent >= requestsPerMinute) {
			window.closedUntil = time + penaltySeconds * 1000;
			throw this.refusal();
		}
		window.spent++;
	}

	reset(): void {
		this.windows.clear();
	}

	private windowOf(name: string, time: number): Window {
		const current = this.windows.get(name);
		if (current !== undefined && (time < current.closedUntil || time - current.start < MINUTE))
			return current;
		const fresh = { start: time, spent: 0, closedUntil: -Infinity };
		this.windows.set(name, fresh);
		return fresh;
	}

	private refusal(): Refusal {
		const { retryAfter } = this.options;
		return new Refusal(
			429,
			'too many requests',
			retryAfter === undefined ? {} : { 'retry-after': retryAfter },
		);
	}
}
