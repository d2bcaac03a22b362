import { ConnectorError } from './connector-error';

/** The platform asks to wait longer than the caller allows; `retryAfterMs` says how long, when known. */
export class RateLimitedError extends ConnectorError {
	override readonly kind = 'rate-limited';
}
