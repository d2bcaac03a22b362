import { createHash } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import {
	ConnectorError,
	CredentialInvalidError,
	TemporarilyUnavailableError,
} from '../../../connector/errors';
import { readAuthError } from './auth-error';
import { getWithToken, type Http } from './exchange';
import { issueToken, refreshedToken, type IssuedToken, type Token } from './issue';
import { keptTokens, withTokens } from './kept-tokens';
import { keptForUs } from './handed-over';
import { ownerOf, tokenSettings, type TokenSettings } from './settings';

/** A cheap method that every token may call. */
export const PROBE_PATH = '/api/v3/user.json';

/** No new token would help: the pair is wrong, the account blocked, the consent withdrawn (sheet 1.8). */
const FINAL: ReadonlySet<string> = new Set(['invalid_client', 'invalid_user', 'revoked_token']);

/** How long the successor of a token is remembered for those who still hold the old one, in milliseconds. */
const SUCCESSOR_MS = 600_000;

interface Renewal {
	readonly result: Promise<Token>;
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
	const handedOver = keptForUs(credential);
	if (handedOver !== undefined) return handedOver;
	const settings = tokenSettings(credential);
	if (settings === undefined) return undefined;
	const tokens = keptTokens(credential);
	const owner = ownerOf(settings);
	const token = await goodToken(http, settings, tokens.get(owner), now).catch((error: unknown) => {
		throw withAdvice(error);
	});
	return withTokens(credential, new Map(tokens).set(owner, token), now);
}

/** A token of an account that is good now: the one that there is, its successor, or a new one. */
export async function goodToken(
	http: Http,
	settings: TokenSettings,
	known: Token | undefined,
	now: number,
): Promise<Token> {
	for (const [old, { begun }] of renewals) if (now - begun > SUCCESSOR_MS) renewals.delete(old);
	const key = createHash('sha256')
		.update(`${ownerOf(settings)} ${settings.clientSecret} ${known?.token ?? ''}`)
		.digest('hex');
	const renewal = renewals.get(key);
	if (renewal !== undefined) return renewal.result;
	const result = successorOf(http, settings, known, now);
	renewals.set(key, { result, begun: now });
	try {
		const kept = await result;
		// Only a token that was replaced has a successor; whether this one is still good is asked anew each time.
		if (kept.token === known?.token) renewals.delete(key);
		return kept;
	} catch (error) {
		renewals.delete(key);
		throw error;
	}
}

/** n8n's Test shows the message alone; the node finds the cause, and puts the advice beside its message. */
function withAdvice(error: unknown): unknown {
	if (!(error instanceof ConnectorError) || error.advice === undefined) return error;
	if (error.message.endsWith(error.advice)) return error;
	return new Error(`${error.message} ${error.advice}`, { cause: error });
}

async function successorOf(
	http: Http,
	settings: TokenSettings,
	known: Token | undefined,
	now: number,
): Promise<Token> {
	if (known === undefined) return issueToken(http, settings, now);
	const answer = await getWithToken(http, settings.baseUrl + PROBE_PATH, known.token);
	const { code, words } = readAuthError(answer.body);
	// A 401 in nobody's words is that of a proxy, and says nothing about the token.
	if (answer.status !== 401 || (code === '' && !isGone(words))) return known;
	if (FINAL.has(code))
		throw new CredentialInvalidError(`VK Ads (myTarget) refuses the account: ${words} (${code}).`);
	// Also for an unknown token, which another program may have refreshed: a refresh takes none of the five.
	const { refreshToken } = known;
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
): Promise<Token | undefined> {
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
