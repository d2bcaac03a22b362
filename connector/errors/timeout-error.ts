import { ConnectorError } from './connector-error';

/** Nothing arrived within the time allowed, or a job missed its deadline. */
export class TimeoutError extends ConnectorError {
	override readonly kind = 'timeout';
}
