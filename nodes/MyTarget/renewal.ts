import { z } from 'zod';

import { ConnectorError, CredentialInvalidError, TemporarilyUnavailableError } from '../../connector/errors';
import { certificateFailure } from '../../connector/transport';
import type { CredentialHost } from '../shared/platform/credential-host';
import { PROBE_PATH, storedToken, tokenSettings } from './token';

/** By credential: two renewals at the same time would invalidate each other's token (sheet 1.7). */
const underWay = new Map<string, Promise<string>>();

/**
 * The token to use in place of a refused one. Another node or worker may have renewed it, so the store is read first;
 * else n8n is made to get a token, and to keep it, by a request of its own.
 *
 * @param refused '' where there is no token yet
 * @throws {ConnectorError} there is none to be had, with the platform's reason
 */
export async function renewedToken(host: CredentialHost, refused: string): Promise<string> {
	const renewal =
		underWay.get(host.id) ??
		renew(host, refused).finally(() => {
			underWay.delete(host.id);
		});
	underWay.set(host.id, renewal);
	return renewal;
}

async function renew(host: CredentialHost, refused: string): Promise<string> {
	const current = await currentToken(host);
	if (current !== '' && current !== refused) return current;
	let failure: unknown;
	try {
		await host.authenticatedGet((await baseUrlOf(host)) + PROBE_PATH);
	} catch (error) {
		failure = error;
	}
	const renewed = await currentToken(host);
	// The request may have failed after the token had been issued, and the token is no worse for that. A token that n8n
	// was let in with was refused by mistake, so it gets its second try.
	if (renewed !== '' && (renewed !== refused || failure === undefined)) return renewed;
	throw reasonOf(failure);
}

async function currentToken(host: CredentialHost): Promise<string> {
	const credential = await host.read();
	const settings = tokenSettings(credential);
	return settings === undefined ? '' : storedToken(credential, settings);
}

async function baseUrlOf(host: CredentialHost): Promise<string> {
	return tokenSettings(await host.read())?.baseUrl ?? '';
}

/** n8n wraps what the credential threw; the inner error has the platform's words. */
function reasonOf(failure: unknown): ConnectorError {
	for (let error = failure; error instanceof Error; error = error.cause) {
		if (error instanceof ConnectorError) return error;
		const untrusted = certificateFailure('The platform', error);
		// n8n's own error holds the request, and with it the secret.
		if (untrusted !== undefined) return untrusted.with({ cause: undefined });
		if (isPassing(error))
			return new TemporarilyUnavailableError('The platform could not be reached for an access token.');
	}
	return new CredentialInvalidError(
		'The platform does not accept the credential, and no new token was issued.',
	);
}

/** An outage says nothing about the credential. Errors of n8n and of what it stands on put their status in many places. */
function isPassing(error: Error): boolean {
	const { code, httpCode, response, status } = passing.parse(error);
	const answered = Number(response?.status ?? status ?? httpCode ?? NaN);
	if (answered === 429 || answered >= 500) return true;
	return Number.isNaN(answered) && code !== undefined && /^E[A-Z_]+$/.test(code);
}

const passing = z.object({
	code: z.string().optional().catch(undefined),
	httpCode: z.union([z.string(), z.number()]).nullish().catch(undefined),
	status: z.number().optional().catch(undefined),
	response: z.object({ status: z.number() }).optional().catch(undefined),
});
