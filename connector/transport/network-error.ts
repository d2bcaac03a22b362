import {
	AccessDeniedError,
	CancelledError,
	ConnectorError,
	ResponseInvalidError,
	TemporarilyUnavailableError,
	TimeoutError,
} from '../errors';
import { certificateFailure } from './certificate';
import { codeOf, isObject } from './error-code';

interface Circumstances {
	readonly host: string;
	/** The connection is one to a proxy, which does the rest. */
	readonly proxied: boolean;
	readonly idleTimeoutMs: number;
	readonly signal: AbortSignal;
	/** The exchange ran out of its whole time. */
	readonly overdue: boolean;
}

const BROKEN_OFF = 'closed the connection before the answer was complete';

/** What a low-level failure means, by its code. The code itself stays out: n8n replaces texts that contain one. */
const MEANING = new Map(
	Object.entries({
		ECONNREFUSED: 'refused the connection',
		ENOTFOUND: 'could not be found under this name',
		EAI_AGAIN: 'could not be looked up, the name server does not answer',
		EHOSTUNREACH: 'cannot be reached from here',
		ENETUNREACH: 'cannot be reached from here',
		UND_ERR_CONNECT_TIMEOUT: 'did not accept a connection in time',
		ETIMEDOUT: 'did not accept a connection in time',
		// Neither we nor a deadline aborted, so it was the proxy's answer to the CONNECT.
		UND_ERR_ABORTED: 'cannot be reached through the proxy',
		EADDRNOTAVAIL: 'cannot be reached from here',
		ENETDOWN: 'cannot be reached from here',
		EHOSTDOWN: 'cannot be reached from here',
		ECONNRESET: BROKEN_OFF,
		ECONNABORTED: BROKEN_OFF,
		EPIPE: BROKEN_OFF,
		UND_ERR_SOCKET: BROKEN_OFF,
		UND_ERR_CLOSED: BROKEN_OFF,
		UND_ERR_DESTROYED: BROKEN_OFF,
		UND_ERR_RES_CONTENT_LENGTH_MISMATCH: BROKEN_OFF,
		ERR_STREAM_PREMATURE_CLOSE: BROKEN_OFF,
	}),
);

/** The other side speaks no TLS: a plain port behind https://. */
const UNENCRYPTED = new Set(['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG']);

const SILENCE = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** Whether the network is what failed, and nobody answered, by the code of an error. */
export function isOfTheNetwork(code: string): boolean {
	return MEANING.has(code) || SILENCE.has(code);
}

/** Turns whatever a socket, the HTTP parser or zlib threw into one of our errors. */
export function networkError(
	error: unknown,
	{ host, proxied, idleTimeoutMs, signal, overdue }: Circumstances,
): ConnectorError {
	if (error instanceof ConnectorError) return error;
	if (signal.aborted) return new CancelledError('The execution was stopped.');
	const code = codeOf(error);
	if (overdue) return new TimeoutError(`${host} sent its answer too slowly.`, { splittable: true });
	if (SILENCE.has(code)) {
		const seconds = Math.round(idleTimeoutMs / 1000);
		return new TimeoutError(`${host} sent nothing for ${seconds} seconds.`, { splittable: true });
	}
	if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT') || code.startsWith('ERR_BROTLI'))
		return new ResponseInvalidError(`${host} sent a compressed answer that is damaged or cut off.`, {
			cause: error,
		});
	if (code.startsWith('HPE_'))
		return new ResponseInvalidError(`${host} sent an answer that is not valid HTTP.`, { cause: error });
	if (isBlocked(error)) return blockedByFilter(host);
	const subject = proxied && NEVER_SENT.has(code) ? `The proxy in front of ${host}` : host;
	const untrusted = certificateFailure(host, error);
	if (untrusted !== undefined) return untrusted;
	if (UNENCRYPTED.has(code))
		return new AccessDeniedError(
			`${proxied ? 'The proxy in front of ' : ''}${host} answered without encryption.`,
			{
				advice: proxied
					? 'Begin the address of the proxy in HTTPS_PROXY or ALL_PROXY with http:// where the proxy itself takes unencrypted connections. Else check the Base URL of the credential.'
					: 'Check the Base URL of the credential, above all its port.',
				cause: error,
			},
		);
	const meaning = MEANING.get(code);
	const message =
		meaning === undefined
			? `The connection to ${host} failed in a way that is not known (${shownCode(error, code)}).`
			: `${subject} ${meaning}.`;
	return new TemporarilyUnavailableError(message, { cause: error });
}

/** n8n takes a system code in a message for the whole message, unless it is written in two. */
function shownCode(error: unknown, code: string): string {
	if (code !== '') return code.replace(/^E(?=[A-Z]+$)/, 'E ');
	return isObject(error) && typeof error.name === 'string' ? error.name : typeof error;
}

/** What n8n's egress filter throws when a name leads to an address that is not allowed. */
export function isBlocked(error: unknown): boolean {
	if (!isObject(error)) return false;
	return String(error.name).startsWith('SsrfBlocked') || isBlocked(error.cause);
}

/** The refusal of whoever runs this process to let a request go there. */
export function blockedByFilter(host: string): AccessDeniedError {
	return new AccessDeniedError(`n8n does not let requests go to ${host}: its SSRF protection forbids it.`, {
		advice:
			'If the address is right, an administrator of n8n can allow it with N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES.',
	});
}

/** Codes of failures before a connection was there, after which nothing can have been sent. */
const NEVER_SENT: ReadonlySet<unknown> = new Set([
	'EADDRNOTAVAIL',
	'ENETDOWN',
	'EHOSTDOWN',
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
