import { CredentialInvalidError } from '../../connector/errors';
import type { CredentialHost } from '../shared/platform/credential-host';
import { joinUnderWay } from '../shared/platform/join-under-way';
import { renewalFailure } from '../shared/platform/renewal-failure';
import { PROBE_PATH, storedToken, tokenSettings } from './token';

/** By credential: two renewals at the same time would invalidate each other's token (sheet 1.7). */
const join = joinUnderWay<string>();

/**
 * The token to use in place of a refused one. Another node or worker may have renewed it, so the store is read first;
 * else n8n is made to get a token, and to keep it, by a request of its own.
 *
 * @param refused '' where there is no token yet
 * @throws {ConnectorError} there is none to be had, with the platform's reason
 */
export async function renewedToken(host: CredentialHost, refused: string): Promise<string> {
	return join(host.id, async () => renew(host, refused));
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
	throw renewalFailure(failure, noToken());
}

async function currentToken(host: CredentialHost): Promise<string> {
	const credential = await host.read();
	const settings = tokenSettings(credential);
	return settings === undefined ? '' : storedToken(credential, settings);
}

function noToken(): CredentialInvalidError {
	return new CredentialInvalidError(
		'The platform does not accept the credential, and no new token was issued.',
	);
}

async function baseUrlOf(host: CredentialHost): Promise<string> {
	return tokenSettings(await host.read())?.baseUrl ?? '';
}
