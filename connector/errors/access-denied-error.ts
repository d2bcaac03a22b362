import { ConnectorError } from './connector-error';

/** The token is good but not for this object or method (403). */
export class AccessDeniedError extends ConnectorError {
	override readonly kind = 'access-denied';
}
