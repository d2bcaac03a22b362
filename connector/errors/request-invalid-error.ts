import { ConnectorError } from './connector-error';

/** The platform refused the request as it stands; `fields` names what it pointed at (400, 405, 413, 422). */
export class RequestInvalidError extends ConnectorError {
	override readonly kind = 'request-invalid';
}
