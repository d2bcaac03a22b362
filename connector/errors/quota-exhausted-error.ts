import { ConnectorError } from './connector-error';

/** A budget of an hour or a day is used up; `retryAfterMs` leads to its reset. */
export class QuotaExhaustedError extends ConnectorError {
	override readonly kind = 'quota-exhausted';
}
