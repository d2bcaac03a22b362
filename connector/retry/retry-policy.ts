import type { ErrorKind } from '../errors';

/**
 * What a request does at the platform. A `read` can be repeated at will; an `order` starts a job and a `write`
 * changes something, so both are repeated only after a refusal that proves that nothing was done.
 */
export type Intent = 'read' | 'order' | 'write';

/** Waits in milliseconds: `firstMs * factor ** attempt`, at most `capMs`. */
export interface Backoff {
	readonly firstMs: number;
	readonly factor: number;
	readonly capMs: number;
	/** `full`: anything from 0 to the wait, to spread clients that failed together. `above`: the wait and up to a tenth more. */
	readonly jitter: 'full' | 'above';
}

/**
 * What to do about an error. `retry`: again after the backoff. `wait`: nobody on this credential sends anything until
 * the platform's `Retry-After`, else the backoff, is over; then again. `refresh`: get a new token, once, then again.
 */
export type RetryRule =
	| {
			readonly kind: ErrorKind;
			readonly intents: readonly Intent[];
			readonly action: 'retry' | 'wait';
			readonly backoff: Backoff;
	  }
	| { readonly kind: ErrorKind; readonly intents: readonly Intent[]; readonly action: 'refresh' };

/** The first rule that fits decides; an error without a rule fails at once. */
export interface RetryPolicy {
	readonly maxRetries: number;
	/** Longest wait in milliseconds. A longer one, the platform's or our own, ends the call; none is ever cut short. */
	readonly maxWaitMs: number;
	readonly rules: readonly RetryRule[];
}

const EVERY_INTENT: readonly Intent[] = ['read', 'order', 'write'];
const READ_ONLY: readonly Intent[] = ['read'];

/** For failures that pass by themselves: up to 1, 2, 4 ... 30 s. */
export const exponentialBackoff: Backoff = { firstMs: 1000, factor: 2, capMs: 30_000, jitter: 'full' };

/** The rules that hold for every platform; only the wait after a 429 without `Retry-After` is the platform's own. */
export function retryRules(afterRateLimit: Backoff): readonly RetryRule[] {
	return [
		{ kind: 'rate-limited', intents: EVERY_INTENT, action: 'wait', backoff: afterRateLimit },
		{ kind: 'credential-invalid', intents: EVERY_INTENT, action: 'refresh' },
		{ kind: 'temporarily-unavailable', intents: READ_ONLY, action: 'retry', backoff: exponentialBackoff },
		{ kind: 'timeout', intents: READ_ONLY, action: 'retry', backoff: exponentialBackoff },
		// Inside an attempt this kind means a body that is cut off or no JSON: a proxy's page, a broken connection.
		{ kind: 'response-invalid', intents: READ_ONLY, action: 'retry', backoff: exponentialBackoff },
	];
}

/** @returns milliseconds to wait before attempt number `attempt + 1`, the first attempt being 0 */
export function backoffMs(backoff: Backoff, attempt: number, random: () => number): number {
	const wait = Math.min(backoff.capMs, backoff.firstMs * backoff.factor ** attempt);
	return Math.round(backoff.jitter === 'full' ? wait * random() : wait * (1 + 0.1 * random()));
}
