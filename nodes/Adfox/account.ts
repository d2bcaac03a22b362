import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { fixedAuth, type Auth } from '../../connector/auth';
import type { Account } from '../shared/platform/platform';
import { parseAccessToken } from '../shared/platform/access-token';
import { parseBaseUrl } from '../shared/platform/base-url';

/** The two headers that carry the token: the seed's and today's documentation's (sheet 1.2). */
export type AuthHeader = 'X-Yandex-API-Key' | 'Authorization';

export function authHeaderOf({ authHeader }: ICredentialDataDecryptedObject): AuthHeader {
	return authHeader === 'authorizationOAuth' ? 'Authorization' : 'X-Yandex-API-Key';
}

/** @throws {ParameterError} naming the field of the credential that cannot be used */
export function account(credential: ICredentialDataDecryptedObject): Account {
	const token = tokenOf(credential);
	const auth =
		authHeaderOf(credential) === 'X-Yandex-API-Key'
			? fixedAuth({ 'x-yandex-api-key': token })
			: oauthOf(credential);
	return { baseUrl: parseBaseUrl(credential.baseUrl), auth, secrets: [token], identity: token };
}

/** Reports know this header only, whatever the rest of the API takes (sheet 5.2). */
export function oauthOf(credential: ICredentialDataDecryptedObject): Auth {
	return fixedAuth({ authorization: `OAuth ${tokenOf(credential)}` });
}

function tokenOf({ accessToken }: ICredentialDataDecryptedObject): string {
	return parseAccessToken(accessToken);
}
