import { z } from 'zod';

import { ConnectorError, TemporarilyUnavailableError } from '../../../connector/errors';
import { certificateFailure, isOfTheNetwork } from '../../../connector/transport';

/**
 * Why n8n got no new token. n8n wraps what the credential threw; the inner error has the platform's words.
 *
 * @param refusal where nothing else is known
 */
export function renewalFailure(failure: unknown, refusal: ConnectorError): ConnectorError {
	for (let error = failure; error instanceof Error; error = error.cause) {
		if (error instanceof ConnectorError) return error;
		const untrusted = certificateFailure('The platform', error);
		// n8n's own error holds the request, and with it the secret.
		if (untrusted !== undefined) return untrusted.with({ cause: undefined });
		if (isPassing(error))
			return new TemporarilyUnavailableError('The platform could not be reached for an access token.');
	}
	return refusal;
}

/** An outage says nothing about the credential. Errors of n8n and of what it stands on put their status in many places. */
function isPassing(error: Error): boolean {
	const { code, httpCode, response, status } = passing.parse(error);
	const answered = Number(response?.status ?? status ?? httpCode ?? NaN);
	if (answered === 429 || answered >= 500) return true;
	// Older lines of n8n give refusals a code, too (EAUTH), and no status.
	return Number.isNaN(answered) && code !== undefined && isOfTheNetwork(code);
}

const passing = z.object({
	code: z.string().optional().catch(undefined),
	httpCode: z.union([z.string(), z.number()]).nullish().catch(undefined),
	status: z.number().optional().catch(undefined),
	response: z.object({ status: z.number() }).optional().catch(undefined),
});
