import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { fixedAuth } from '../../connector/auth';
import type { Account } from '../shared/platform/platform';
import { parseAccessToken } from '../shared/platform/access-token';
import { parseBaseUrl } from '../shared/platform/base-url';
import { AdfoxApi } from './api';

/** The two headers that carry the token: the seed's and today's documentation's (sheet 1.2). */
export type AuthHeader = 'X-Yandex-API-Key' | 'Authorization';

export function authHeaderOf({ authHeader }: ICredentialDataDecryptedObject): AuthHeader {
	return authHeader === 'authorizationOAuth' ? 'Authorization' : 'X-Yandex-API-Key';
}

/** @throws {ParameterError} naming the field of the credential that cannot be used */
export function account(credential: ICredentialDataDecryptedObject): Account<AdfoxApi> {
	const token = parseAccessToken(credential.accessToken);
	const oauth = fixedAuth({ authorization: `OAuth ${token}` });
	const isKey = authHeaderOf(credential) === 'X-Yandex-API-Key';
	return {
		baseUrl: parseBaseUrl(credential.baseUrl),
		auth: isKey ? fixedAuth({ 'x-yandex-api-key': token }) : oauth,
		secrets: [token],
		identity: token,
		// Reports know this header only, whatever the rest of the API takes (sheet 5.2).
		api: (client) => new AdfoxApi(client, oauth),
	};
}
