import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { fixedAuth, renewableAuth } from '../../connector/auth';
import type { Client } from '../../connector/client';
import { CredentialInvalidError } from '../../connector/errors';
import type { CredentialHost } from '../shared/platform/credential-host';
import type { Account } from '../shared/platform/platform';
import { parseBaseUrl } from '../shared/platform/base-url';
import { MyTargetApi } from './api';
import { renewedToken } from './renewal';
import { ownerOf, readyToken, storedToken, tokenSettings, type TokenSettings } from './token';

/** @throws {ParameterError} naming the field of the credential that cannot be used */
export function account(
	credential: ICredentialDataDecryptedObject,
	host?: CredentialHost,
): Account<MyTargetApi> {
	const settings = tokenSettings(credential);
	return settings === undefined ? readyAccount(credential) : issuedAccount(credential, settings, host);
}

function readyAccount(credential: ICredentialDataDecryptedObject): Account<MyTargetApi> {
	const token = readyToken(credential);
	return {
		baseUrl: parseBaseUrl(credential.baseUrl),
		auth: fixedAuth({ authorization: bearer(token) }),
		secrets: [token],
		identity: token,
		api,
	};
}

function issuedAccount(
	credential: ICredentialDataDecryptedObject,
	settings: TokenSettings,
	host: CredentialHost | undefined,
): Account<MyTargetApi> {
	if (host === undefined) throw new CredentialInvalidError('No access token has been issued yet.');
	const stored = storedToken(credential, settings);
	const { refreshToken } = credential;
	const secrets = [settings.clientSecret, stored, typeof refreshToken === 'string' ? refreshToken : ''];
	const renew = async (refused: string) => {
		const token = await renewedToken(host, refused);
		// The list is read again whenever something is shown.
		secrets.push(token);
		return token;
	};
	return {
		baseUrl: settings.baseUrl,
		// An account has five tokens, so none is taken before something is sent.
		auth: renewableAuth(stored, 'authorization', bearer, renew),
		secrets,
		// Not the token, which changes: the budget belongs to the account.
		identity: ownerOf(settings),
		api,
	};
}

const api = (client: Client) => new MyTargetApi(client);

function bearer(token: string): string {
	return `Bearer ${token}`;
}
