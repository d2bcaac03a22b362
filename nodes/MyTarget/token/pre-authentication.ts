import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { CredentialInvalidError } from '../../../connector/errors';
import { readAuthError } from './auth-error';
import { getWithToken, type Http } from './exchange';
import { issueToken, refreshedToken, type IssuedToken } from './issue';
import { storedToken, tokenSettings, type TokenSettings } from './settings';

/** A cheap method that every token may call. */
export const PROBE_PATH = '/api/v3/user.json';

/** No new token would help: the pair is wrong, the account blocked, the consent withdrawn (sheet 1.8). */
const FINAL: ReadonlySet<string> = new Set(['invalid_client', 'invalid_user', 'revoked_token']);

/**
 * The token that n8n should keep in the credential. n8n asks at every Test and, for the HTTP Request node, after every
 * call that failed for whatever reason, and an account has five tokens. So a token that is there is kept unless the
 * platform itself says that it is no good, refreshed where that is enough, and only then a new one is issued.
 *
 * @returns undefined where the user entered a ready token
 */
export async function tokenToKeep(
	http: Http,
	credential: ICredentialDataDecryptedObject,
	now: number,
): Promise<IssuedToken | undefined> {
	const settings = tokenSettings(credential);
	if (settings === undefined) return undefined;
	const token = storedToken(credential, settings);
	if (token === '') return issueToken(http, settings, now);
	const answer = await getWithToken(http, settings.baseUrl + PROBE_PATH, token);
	if (answer.status !== 401) return kept(credential, token);
	const { code, words } = readAuthError(answer.body);
	if (FINAL.has(code)) throw new CredentialInvalidError(`myTarget refuses the account: ${words} (${code}).`);
	const refreshToken = textOf(credential.refreshToken);
	if (code === 'expired_token' && refreshToken !== '')
		return (await refreshed(http, settings, refreshToken, now)) ?? issueToken(http, settings, now);
	return issueToken(http, settings, now);
}

/** @returns undefined where the record of the token is gone, so that only a new one helps (sheet 1.8) */
async function refreshed(
	http: Http,
	settings: TokenSettings,
	refreshToken: string,
	now: number,
): Promise<IssuedToken | undefined> {
	try {
		return await refreshedToken(http, settings, refreshToken, now);
	} catch (error) {
		if (error instanceof CredentialInvalidError && !error.fields.some((code) => FINAL.has(code)))
			return undefined;
		throw error;
	}
}

function kept(credential: ICredentialDataDecryptedObject, issuedToken: string): IssuedToken {
	return {
		issuedToken,
		refreshToken: textOf(credential.refreshToken),
		tokenExpiresAt: textOf(credential.tokenExpiresAt),
		tokenOwner: textOf(credential.tokenOwner),
	};
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
