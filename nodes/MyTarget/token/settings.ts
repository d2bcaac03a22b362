import { createHash } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { wrongBaseUrl } from '../../shared/errors/advice';
import { parseAccessToken } from '../../shared/platform/access-token';
import { ParameterError } from '../../shared/parameters/parameter-error';
import { addressOf } from './platform-address';

/** What to do where nothing of the API answers. */
export const BASE_URL_ADVICE = wrongBaseUrl(
	'https://ads.vk.com or https://target.my.com, which its Platform has by itself',
	'/api/v2 or /api/v3',
);

/** What a token is issued for. */
export interface TokenSettings {
	readonly baseUrl: string;
	readonly grant: 'client_credentials' | 'agency_client_credentials';
	readonly clientId: string;
	readonly clientSecret: string;
	/** '' for the own account. */
	readonly agencyClientName: string;
}

/**
 * @param agencyClient the client whose account an operation wants; '' for the credential's own one
 * @returns undefined where the user entered a ready token, so that none is ever issued
 * @throws {ParameterError}
 */
export function tokenSettings(
	credential: ICredentialDataDecryptedObject,
	agencyClient = '',
): TokenSettings | undefined {
	const { authentication, agencyClientName } = credential;
	if (authentication === 'accessToken') {
		if (agencyClient === '') return undefined;
		throw new ParameterError(
			'Agency Client',
			'Agency Client is set, but the credential holds a ready Access Token, which opens one account only.',
			'Set its Authentication to Client Credentials, with the Client ID and the Client Secret of the agency.',
		);
	}
	// Without a name it is the agency itself, and each operation can name a client.
	const named = authentication === 'agencyClientCredentials' ? trimmed(agencyClientName) : '';
	const client = agencyClient === '' ? named : agencyClient;
	return {
		baseUrl: addressOf(credential),
		grant: client === '' ? 'client_credentials' : 'agency_client_credentials',
		clientId: required(credential.clientId, 'Client ID'),
		clientSecret: required(credential.clientSecret, 'Client Secret'),
		agencyClientName: client,
	};
}

/** Tells one account from another, so that a token never serves an account that it was not issued for. */
export function ownerOf({ baseUrl, grant, clientId, agencyClientName }: TokenSettings): string {
	const owner = JSON.stringify([baseUrl, grant, clientId, agencyClientName]);
	return createHash('sha256').update(owner).digest('hex').slice(0, 32);
}

/** The token that the user entered. */
export function readyToken({ accessToken }: ICredentialDataDecryptedObject): string {
	return parseAccessToken(accessToken);
}

function required(value: unknown, displayName: string): string {
	const text = trimmed(value);
	if (text !== '') return text;
	throw new ParameterError(displayName, `${displayName} is empty.`, 'Enter it in the credential.');
}

function trimmed(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}
