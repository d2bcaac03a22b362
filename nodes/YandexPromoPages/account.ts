import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { eitherAuth, fixedAuth, type Auth } from '../../connector/auth';
import type { Client } from '../../connector/client';
import { parseAccessToken } from '../shared/platform/access-token';
import { parseBaseUrl } from '../shared/platform/base-url';
import { connectedAccount } from '../shared/platform/connected-account';
import type { CredentialHost } from '../shared/platform/credential-host';
import type { Account } from '../shared/platform/platform';
import { takenForm } from '../shared/platform/taken-form';
import { YandexPromoPagesApi } from './api';

/** The word before the token in the Authorization header; which one a token wants is not documented (sheet 1). */
export type TokenType = 'OAuth' | 'Bearer';

/** @returns undefined where the node finds out, which it does where nothing else was chosen */
export function tokenTypeOf({ tokenType }: ICredentialDataDecryptedObject): TokenType | undefined {
	return tokenType === 'OAuth' || tokenType === 'Bearer' ? tokenType : undefined;
}

/** Of an account that n8n connected. @throws {ParameterError} */
export function oAuth2Account(
	credential: ICredentialDataDecryptedObject,
	host?: CredentialHost,
): Account<YandexPromoPagesApi> {
	return { ...connectedAccount(credential, host, 'OAuth'), ...opened(credential) };
}

/** @throws {ParameterError} naming the field of the credential that cannot be used */
export function account(credential: ICredentialDataDecryptedObject): Account<YandexPromoPagesApi> {
	const token = parseAccessToken(credential.accessToken);
	const baseUrl = parseBaseUrl(credential.baseUrl);
	const formOf = (word: TokenType) => ({ authorization: `${word} ${token}` });
	const word = tokenTypeOf(credential);
	const auth: Auth =
		word === undefined
			? eitherAuth([formOf('OAuth'), formOf('Bearer')], takenForm('yandexPromoPagesApi', baseUrl, token))
			: fixedAuth(formOf(word));
	return { auth, secrets: [token], identity: token, ...opened(credential) };
}

function opened({ baseUrl }: ICredentialDataDecryptedObject) {
	return {
		baseUrl: parseBaseUrl(baseUrl),
		// The cabinet is a parameter of its reports, and the same for all who may see it.
		owner: '',
		api: (client: Client) => new YandexPromoPagesApi(client),
	};
}
