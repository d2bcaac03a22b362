import { TemporarilyUnavailableError, type ConnectorError, type ErrorKind } from '../errors';
import { wasNeverSent } from '../transport';
import type { ClientRequest } from './request';

/** Failures after which a change may have been made all the same. */
const UNCLEAR: ReadonlySet<ErrorKind> = new Set(['temporarily-unavailable', 'timeout', 'response-invalid']);

/**
 * What a failure means for the request that met it: what was not clearly refused may have been taken. So halves of an
 * order would order the same again, and of a change nobody knows whether it was made.
 */
export function failureOfRequest(request: ClientRequest, error: ConnectorError): ConnectorError {
	if (request.intent === 'read') return error;
	const whole = error.splittable ? error.with({ splittable: false }) : error;
	if (request.intent !== 'write') return whole;
	if (request.needsProof === true && error.kind === 'rate-limited' && error.windowMs === undefined)
		return unknownOutcome(asOutage(error), request.check);
	const isOpen = error.inDoubt || (UNCLEAR.has(error.kind) && !wasNeverSent(error));
	return isOpen ? unknownOutcome(whole, request.check) : whole;
}

/** For a refusal that proves nothing, so that the change is not repeated after the wait. */
function asOutage({ message, status, retryAfterMs, requestId }: ConnectorError): ConnectorError {
	return new TemporarilyUnavailableError(message, { status, retryAfterMs, requestId });
}

/**
 * The failure of a change that may have been made all the same. It is not repeated, so its user has to look.
 *
 * @param check how to look whether it was done, in full sentences
 */
export function unknownOutcome(error: ConnectorError, check: string): ConnectorError {
	const message = `${error.message} It was sent once and may have been done all the same. ${check}`;
	return error.with({ message, check });
}
