import { createHash } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { CredentialInvalidError, TemporarilyUnavailableError } from '../../../connector/errors';
import { readAuthError } from './auth-error';
import { getWithToken, type Http } from './exchange';
import { issueToken, refreshedToken, type IssuedToken } from './issue';
import { ownerOf, storedToken, tokenSettings, type TokenSettings } from './settings';

/** A cheap method that every token may call. */
export const PROBE_PATH = '/api/v3/user.json';

/** No new token would help: the pair is wrong, the account blocked, the consent withdrawn (sheet 1.8). */
const FINAL: ReadonlySet<string> = new Set(['invalid_client', 'invalid_user', 'revoked_token']);

/** How long the successor of a token is remembered for those who still hold the old one, in milliseconds. */
const SUCCESSOR_MS = 600_000;

interface Renewal {
	readonly result: Promise<IssuedToken>;
	readonly begun: number;
}

/**
 * What became of a token, by account and token. n8n asks for each of its calls by itself, with a copy of the
 * credential of its own: calls in parallel would take a token each, and a late one would find the token gone that
 * another has just refreshed.
 */
const renewals = new Map<string, Renewal>();

/**
 * The token that n8n should keep in the credential. n8n asks at every Test and, for the HTTP Request node, after every
 * call that failed for whatever reason, and an account has five tokens. So a token that is there is kept unless the
 * platform itself says that it is no good, refreshed where that is possible, and only then a new one is issued.
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
	for (const [old, { begun }] of renewals) if (now - begun > SUCCESSOR_MS) renewals.delete(old);
	const token = storedToken(credential, settings);
	const key = createHash('sha256')
		.update(`${ownerOf(settings)} ${settings.clientSecret} ${token}`)
		.digest('hex');
	const known = renewals.get(key);
	if (known !== undefined) return known.result;
	const result = successorOf(http, credential, settings, now);
	renewals.set(key, { result, begun: now });
	try {
		const kept = await result;
		// Only a token that was replaced has a successor; whether this one is still good is asked anew each time.
		if (kept.issuedToken === token) renewals.delete(key);
		return kept;
	} catch (error) {
		renewals.delete(key);
		throw error;
	}
}

async function successorOf(
	http: Http,
	credential: ICredentialDataDecryptedObject,
	settings: TokenSettings,
	now: number,
): Promise<IssuedToken> {
	const token = storedToken(credential, settings);
	if (token === '') return issueToken(http, settings, now);
	const answer = await getWithToken(http, settings.baseUrl + PROBE_PATH, token);
	const { code, words } = readAuthError(answer.body);
	// A 401 in nobody's words is that of a proxy, and says nothing about the token.
	if (answer.status !== 401 || (code === '' && !isGone(words))) return kept(credential, token);
	if (FINAL.has(code)) throw new CredentialInvalidError(`myTarget refuses the account: ${words} (${code}).`);
	// Also for an unknown token, which another program may have refreshed: a refresh takes none of the five.
	const refreshToken = textOf(credential.refreshToken);
	const refreshed =
		refreshToken === '' ? undefined : await refreshedOrGone(http, settings, refreshToken, now);
	return refreshed ?? issueToken(http, settings, now);
}

/** @returns undefined where the record of the token is gone, so that only a new one helps (sheet 1.8) */
async function refreshedOrGone(
	http: Http,
	settings: TokenSettings,
	refreshToken: string,
	now: number,
): Promise<IssuedToken | undefined> {
	try {
		return await refreshedToken(http, settings, refreshToken, now);
	} catch (error) {
		if (!(error instanceof CredentialInvalidError) || error.fields.some((code) => FINAL.has(code)))
			throw error;
		if (error.fields.every((code) => code === '') && !isGone(error.message))
			throw new TemporarilyUnavailableError(error.message);
		return undefined;
	}
}

function isGone(words: string): boolean {
	return /deleted/i.test(words);
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
