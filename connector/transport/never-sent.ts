import type { ConnectorError } from '../errors';

/** Codes of failures before a connection was there, after which nothing can have been sent. */
const NEVER_SENT: ReadonlySet<unknown> = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether the failure of a change proves that the platform never heard of it. */
export function wasNeverSent({ cause }: ConnectorError): boolean {
	return typeof cause === 'object' && cause !== null && 'code' in cause && NEVER_SENT.has(cause.code);
}
