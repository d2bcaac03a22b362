import { ConnectorError } from './connector-error';

/** There is no such object, method or job (404). */
export class NotFoundError extends ConnectorError {
	override readonly kind = 'not-found';
}
