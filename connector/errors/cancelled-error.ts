import { ConnectorError } from './connector-error';

/** The user stopped the execution. */
export class CancelledError extends ConnectorError {
	override readonly kind = 'cancelled';
}
