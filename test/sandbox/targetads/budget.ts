import { Refusal } from './refusal';

const MINUTE = 60_000;

/**
 * Requests per minute. That a limit exists is known, its number and the headers of a 429 are not (section 7, 6 and 8),
 * so there is no `Retry-After`. The minute begins with the first request in it.
 */
export class Budget {
	private windowStart = -Infinity;
	private spent = 0;

	constructor(
		private readonly perMinute: number,
		private readonly now: () => number,
	) {}

	/** Errors: 429. */
	spend(): void {
		if (this.perMinute === 0) return;
		const time = this.now();
		if (time - this.windowStart >= MINUTE) {
			this.windowStart = time;
			this.spent = 0;
		}
		if (this.spent >= this.perMinute) throw new Refusal(429, 'too many requests');
		this.spent++;
	}

	reset(): void {
		this.windowStart = -Infinity;
		this.spent = 0;
	}
}
