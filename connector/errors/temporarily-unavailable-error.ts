import { ConnectorError } from './connector-error';

/** No connection, or the platform answered with a failure of its own (5xx). */
export class TemporarilyUnavailableError extends ConnectorError {
	override readonly kind = 'temporarily-unavailable';
}
