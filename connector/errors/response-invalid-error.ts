import { ConnectorError } from './connector-error';

/** The answer is not what the platform documents: not JSON, cut off, an unknown envelope, a page that repeats. */
export class ResponseInvalidError extends ConnectorError {
	override readonly kind = 'response-invalid';
}
