import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { fixedAuth, renewableAuth } from '../../connector/auth';
import type { Client } from '../../connector/client';
import { CredentialInvalidError } from '../../connector/errors';
import type { CredentialHost } from '../shared/platform/credential-host';
import type { Account } from '../shared/platform/platform';
import { renewedAmongSeveral } from './agency-renewal';
import { MyTargetApi } from './api';
import { renewedToken } from './renewal';
import {
	addressOf,
	areSeveral,
	hasAdPlans,
	keptTokens,
	ownerOf,
	readyToken,
	tokenSettings,
	type TokenSettings,
} from './token';

/**
 * @param agencyClient the client of an agency whose account is wanted; '' for the credential's own one
 * @throws {ParameterError} naming the field of the credential that cannot be used
 */
export function account(
	credential: ICredentialDataDecryptedObject,
	host?: CredentialHost,
	agencyClient = '',
): Account<MyTargetApi> {
	const settings = tokenSettings(credential, agencyClient);
	if (settings === undefined) return readyAccount(credential);
	const isOneOfSeveral = agencyClient !== '' || areSeveral(credential);
	return issuedAccount(credential, settings, host, isOneOfSeveral);
}

function readyAccount(credential: ICredentialDataDecryptedObject): Account<MyTargetApi> {
	const token = readyToken(credential);
	const baseUrl = addressOf(credential);
	return {
		baseUrl,
		auth: fixedAuth({ authorization: bearer(token) }),
		secrets: [token],
		identity: token,
		api: apiAt(baseUrl),
	};
}

function issuedAccount(
	credential: ICredentialDataDecryptedObject,
	settings: TokenSettings,
	host: CredentialHost | undefined,
	isOneOfSeveral: boolean,
): Account<MyTargetApi> {
	if (host === undefined) throw new CredentialInvalidError('No access token has been issued yet.');
	const { token: stored = '', refreshToken = '' } = keptTokens(credential).get(ownerOf(settings)) ?? {};
	const secrets = [settings.clientSecret, stored, refreshToken];
	const renew = async (refused: string) => {
		const token = await (isOneOfSeveral
			? renewedAmongSeveral(host, settings, refused)
			: renewedToken(host, refused));
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
		api: apiAt(settings.baseUrl, settings.agencyClientName),
	};
}

function apiAt(baseUrl: string, agencyClient = '') {
	return (client: Client) => new MyTargetApi(client, hasAdPlans(baseUrl), agencyClient);
}

function bearer(token: string): string {
	return `Bearer ${token}`;
}
