import type { ErrorDetails } from './connector-error';
import { QuotaExhaustedError } from './quota-exhausted-error';
import { RateLimitedError } from './rate-limited-error';

/** A budget of an hour or a day that is used up is a quota to its user, anything shorter a matter of pace. */
const QUOTA_MS = 3_600_000;

/** The error for a wait of `retryAfterMs` that is longer than the user allows. */
export function waitTooLong(
	message: string,
	details: ErrorDetails & { retryAfterMs: number },
): RateLimitedError | QuotaExhaustedError {
	// Little may be left of a long window.
	return Math.max(details.retryAfterMs, details.windowMs ?? 0) >= QUOTA_MS
		? new QuotaExhaustedError(message, details)
		: new RateLimitedError(message, details);
}
