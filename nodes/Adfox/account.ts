import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { eitherAuth, fixedAuth, type Auth } from '../../connector/auth';
import { parseAccessToken } from '../shared/platform/access-token';
import { parseBaseUrl } from '../shared/platform/base-url';
import { connectedAccount } from '../shared/platform/connected-account';
import type { CredentialHost } from '../shared/platform/credential-host';
import type { Account } from '../shared/platform/platform';
import { takenForm } from '../shared/platform/taken-form';
import { AdfoxApi } from './api';

/** The two headers that carry the token: today's documentation's and the seed's (sheet 1.2). */
export type AuthHeader = 'Authorization' | 'X-Yandex-API-Key';

/** @returns undefined where the node finds out, which it does where nothing else was chosen */
export function authHeaderOf({ authHeader }: ICredentialDataDecryptedObject): AuthHeader | undefined {
	if (authHeader === 'authorizationOAuth') return 'Authorization';
	return authHeader === 'xYandexApiKey' ? 'X-Yandex-API-Key' : undefined;
}

/** Of an account that n8n connected. @throws {ParameterError} */
export function oAuth2Account(
	credential: ICredentialDataDecryptedObject,
	host?: CredentialHost,
): Account<AdfoxApi> {
	const connected = connectedAccount(credential, host, 'OAuth');
	const baseUrl = parseBaseUrl(credential.baseUrl);
	const { auth, identity } = connected;
	return { ...connected, baseUrl, api: (client) => new AdfoxApi(client, auth, [baseUrl, identity]) };
}

/** @throws {ParameterError} naming the field of the credential that cannot be used */
export function account(credential: ICredentialDataDecryptedObject): Account<AdfoxApi> {
	const token = parseAccessToken(credential.accessToken);
	const baseUrl = parseBaseUrl(credential.baseUrl);
	const forms = {
		Authorization: { authorization: `OAuth ${token}` },
		'X-Yandex-API-Key': { 'x-yandex-api-key': token },
	};
	const header = authHeaderOf(credential);
	const auth: Auth =
		header === undefined
			? eitherAuth([forms.Authorization, forms['X-Yandex-API-Key']], takenForm('adfoxApi', baseUrl, token))
			: fixedAuth(forms[header]);
	return {
		baseUrl,
		auth,
		secrets: [token],
		identity: token,
		// Reports know this header only, whatever the rest of the API takes (sheet 5.2).
		api: (client) => new AdfoxApi(client, fixedAuth(forms.Authorization), [baseUrl, token]),
	};
}
