import type { ErrorDetails } from './connector-error';
import { QuotaExhaustedError } from './quota-exhausted-error';
import { RateLimitedError } from './rate-limited-error';

/** A wait from an hour on is a used-up quota to its user, a shorter one a matter of pace. */
const QUOTA_WAIT_MS = 3_600_000;

/** The error for a wait of `retryAfterMs` that is longer than the user allows. */
export function waitTooLong(
	message: string,
	details: ErrorDetails & { retryAfterMs: number },
): RateLimitedError | QuotaExhaustedError {
	return details.retryAfterMs >= QUOTA_WAIT_MS
		? new QuotaExhaustedError(message, details)
		: new RateLimitedError(message, details);
}
