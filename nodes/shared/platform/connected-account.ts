import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { z } from 'zod';

import { renewableAuth, type Auth } from '../../../connector/auth';
import { CredentialInvalidError } from '../../../connector/errors';
import { ParameterError } from '../parameters/parameter-error';
import type { CredentialHost } from './credential-host';
import { joinUnderWay } from './join-under-way';
import { renewalFailure } from './renewal-failure';

/** As n8n keeps what the authorization server answered. */
const connected = z.object({
	clientSecret: z.string().catch(''),
	oauthTokenData: z.object({
		access_token: z.string().min(1),
		refresh_token: z.string().catch(''),
	}),
});

/** An account that its user has connected by n8n's OAuth2: n8n keeps the token, and renews it. */
export interface ConnectedAccount {
	readonly auth: Auth;
	readonly secrets: readonly string[];
	/** Tokens change; the stored credential stays the same. */
	readonly identity: string;
}

/**
 * @param word before the token in the Authorization header
 * @throws {ParameterError} nobody has connected the credential yet
 */
export function connectedAccount(
	credential: ICredentialDataDecryptedObject,
	host: CredentialHost | undefined,
	word: string,
): ConnectedAccount {
	const token = tokenOf(credential);
	if (token === undefined || host === undefined)
		throw new ParameterError(
			'Credential',
			'The credential is not connected to an account yet.',
			'Open it and press the button that connects the account.',
		);
	const secrets = secretsOf(credential);
	const renew = async (refused: string) => {
		const next = await join(host.id, async () => successorOf(host, refused));
		// The list is read again whenever something is shown.
		secrets.push(next);
		return next;
	};
	return {
		auth: renewableAuth(token, 'authorization', (current) => `${word} ${current}`, renew),
		secrets,
		identity: host.id,
	};
}

function secretsOf(credential: ICredentialDataDecryptedObject): string[] {
	const { clientSecret, oauthTokenData } = connected.parse(credential);
	return [oauthTokenData.access_token, oauthTokenData.refresh_token, clientSecret];
}

function tokenOf(credential: ICredentialDataDecryptedObject): string | undefined {
	return connected.safeParse(credential).data?.oauthTokenData.access_token;
}

/** By credential: older lines of n8n let two renewals run at once, and the later one would end the earlier token. */
const join = joinUnderWay<string>();

/** Another node or worker may have renewed it, so the store is read first. */
async function successorOf(host: CredentialHost, refused: string): Promise<string> {
	const stored = tokenOf(await host.read());
	if (stored !== undefined && stored !== refused) return stored;
	try {
		await host.refreshOAuth2Token();
	} catch (error) {
		throw renewalFailure(
			error,
			new CredentialInvalidError(
				'The platform refused the access token, and there is no new one to be had: the access was revoked, or it has expired.',
			),
		);
	}
	// Yandex may answer with the token that there was, while it has long to live (its documentation, refresh-client).
	return tokenOf(await host.read()) ?? refused;
}
