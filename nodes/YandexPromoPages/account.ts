import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { fixedAuth } from '../../connector/auth';
import type { Account } from '../shared/platform/platform';
import { parseAccessToken } from '../shared/platform/access-token';
import { parseBaseUrl } from '../shared/platform/base-url';
import { YandexPromoPagesApi } from './api';

/** The word before the token in the Authorization header; which one a token wants is not documented (sheet 1). */
type TokenType = 'OAuth' | 'Bearer';

export function tokenTypeOf({ tokenType }: ICredentialDataDecryptedObject): TokenType {
	return tokenType === 'Bearer' ? 'Bearer' : 'OAuth';
}

/** @throws {ParameterError} naming the field of the credential that cannot be used */
export function account(credential: ICredentialDataDecryptedObject): Account<YandexPromoPagesApi> {
	const { accessToken, baseUrl } = credential;
	const token = parseAccessToken(accessToken);
	return {
		baseUrl: parseBaseUrl(baseUrl),
		auth: fixedAuth({ authorization: `${tokenTypeOf(credential)} ${token}` }),
		secrets: [token],
		identity: token,
		// The cabinet is a parameter of its reports, and the same for all who may see it.
		owner: '',
		api: (client) => new YandexPromoPagesApi(client),
	};
}
