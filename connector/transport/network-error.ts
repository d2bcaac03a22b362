import {
	CancelledError,
	ConnectorError,
	ResponseInvalidError,
	TemporarilyUnavailableError,
	TimeoutError,
} from '../errors';

interface Circumstances {
	readonly host: string;
	readonly idleTimeoutMs: number;
	readonly signal: AbortSignal;
	/** The exchange ran out of its whole time. */
	readonly overdue: boolean;
}

/** What a low-level failure means, by its code. The code itself stays out: n8n replaces texts that contain one. */
const MEANING: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'refused the connection',
	ENOTFOUND: 'could not be found under this name',
	EAI_AGAIN: 'could not be looked up, the name server does not answer',
	EHOSTUNREACH: 'cannot be reached from here',
	ENETUNREACH: 'cannot be reached from here',
	UND_ERR_CONNECT_TIMEOUT: 'did not accept a connection in time',
	ETIMEDOUT: 'did not accept a connection in time',
	// Neither we nor a deadline aborted, so it was the proxy's answer to the CONNECT.
	UND_ERR_ABORTED: 'cannot be reached through the proxy',
	CERT_HAS_EXPIRED: 'has a TLS certificate that has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'has a TLS certificate that nobody vouches for',
	SELF_SIGNED_CERT_IN_CHAIN: 'has a TLS certificate that nobody vouches for',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'has a TLS certificate that cannot be verified',
	ERR_TLS_CERT_ALTNAME_INVALID: 'has a TLS certificate for another name',
};

const SILENCE = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

function codeOf(error: unknown): string {
	// By shape and not by class: Node's own modules may throw errors of another realm than ours.
	if (typeof error !== 'object' || error === null) return '';
	const { name, code, cause, errors } = error as Partial<
		Record<'name' | 'code' | 'cause' | 'errors', unknown>
	>;
	if (typeof code === 'string') return code;
	// undici's own class for what its parser refuses; the code is often missing.
	if (name === 'HTTPParserError') return 'HPE_INVALID';
	// Several addresses were tried; they failed alike often enough for the first to speak for all.
	return codeOf(Array.isArray(errors) ? errors[0] : cause);
}

/** Turns whatever a socket, the HTTP parser or zlib threw into one of our errors. */
export function networkError(
	error: unknown,
	{ host, idleTimeoutMs, signal, overdue }: Circumstances,
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
	const meaning = MEANING[code] ?? 'closed the connection before the answer was complete';
	return new TemporarilyUnavailableError(`${host} ${meaning}.`, { cause: error });
}

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
