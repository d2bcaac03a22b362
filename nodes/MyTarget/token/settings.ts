import { createHash } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { wrongBaseUrl } from '../../shared/errors/advice';
import { parseAccessToken } from '../../shared/platform/access-token';
import { parseBaseUrl } from '../../shared/platform/base-url';
import { ParameterError } from '../../shared/parameters/parameter-error';

/** What to do where nothing of the API answers. */
export const BASE_URL_ADVICE = wrongBaseUrl(
	'https://ads.vk.com or https://target.my.com',
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

/** @returns undefined where the user entered a ready token, so that none is ever issued */
export function tokenSettings(credential: ICredentialDataDecryptedObject): TokenSettings | undefined {
	const { authentication } = credential;
	if (authentication === 'accessToken') return undefined;
	const ofAgency = authentication === 'agencyClientCredentials';
	return {
		baseUrl: parseBaseUrl(credential.baseUrl),
		grant: ofAgency ? 'agency_client_credentials' : 'client_credentials',
		clientId: required(credential.clientId, 'Client ID'),
		clientSecret: required(credential.clientSecret, 'Client Secret'),
		agencyClientName: ofAgency ? required(credential.agencyClientName, 'Agency Client Name') : '',
	};
}

/** Tells one account from another, so that a token never serves an account that it was not issued for. */
export function ownerOf({ baseUrl, grant, clientId, agencyClientName }: TokenSettings): string {
	const owner = JSON.stringify([baseUrl, grant, clientId, agencyClientName]);
	return createHash('sha256').update(owner).digest('hex').slice(0, 32);
}

/** The token that n8n keeps for this account; '' where there is none, or one of another account. */
export function storedToken(
	{ issuedToken, tokenOwner }: ICredentialDataDecryptedObject,
	settings: TokenSettings,
): string {
	return typeof issuedToken === 'string' && tokenOwner === ownerOf(settings) ? issuedToken : '';
}

/** The token to sign with; '' where there is none yet. */
export function signingToken(credential: ICredentialDataDecryptedObject): string {
	const settings = tokenSettings(credential);
	if (settings !== undefined) return storedToken(credential, settings);
	// Test would send the token wherever the Base URL leads.
	parseBaseUrl(credential.baseUrl);
	return readyToken(credential);
}

/** The token that the user entered. */
export function readyToken({ accessToken }: ICredentialDataDecryptedObject): string {
	return parseAccessToken(accessToken);
}

function required(value: unknown, displayName: string): string {
	const text = typeof value === 'string' ? value.trim() : '';
	if (text !== '') return text;
	throw new ParameterError(displayName, `${displayName} is empty.`, 'Enter it in the credential.');
}
