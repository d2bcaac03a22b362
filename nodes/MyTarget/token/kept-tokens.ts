import { createHash } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { z } from 'zod';

import type { IssuedToken, Token } from './issue';
import { addressOf } from './platform-address';
import { ownerOf, readyToken, tokenSettings, type TokenSettings } from './settings';

/** Tokens of one Client ID and Client Secret, by the account that they open; see {@link ownerOf}. */
export type KeptTokens = ReadonlyMap<string, Token>;

/**
 * The platform deletes what nobody used for a month (sheet 1.7), a refreshed token too. Until then it takes one of the
 * client's five, so it is never forgotten earlier.
 */
const FORGOTTEN_AFTER_MS = 31 * 86_400_000;

const text = z.string();
const token = z.object({ token: text.min(1), refreshToken: text, expiresAt: text, renewedAt: text });

/** Several tokens in the place of one. Those of another secret are no good (a changed secret ends them). */
const several = z.object({ secret: text, tokens: z.record(text, token) });

/** The tokens that n8n keeps in a credential: one in fields of its own, or several in the place of it. */
export function keptTokens(credential: ICredentialDataDecryptedObject): KeptTokens {
	const { issuedToken, refreshToken, tokenExpiresAt, tokenOwner } = credential;
	if (typeof issuedToken !== 'string' || issuedToken === '') return new Map();
	if (!areSeveral(credential)) {
		const settings = tokenSettings(credential);
		if (settings === undefined || tokenOwner !== ownerOf(settings)) return new Map();
		const one = {
			token: issuedToken,
			refreshToken: asText(refreshToken),
			expiresAt: asText(tokenExpiresAt),
			renewedAt: '',
		};
		return new Map([[tokenOwner, one]]);
	}
	const parsed = several.safeParse(parsedJson(issuedToken));
	if (!parsed.success || parsed.data.secret !== secretOf(credential)) return new Map();
	return new Map(Object.entries(parsed.data.tokens));
}

/** What n8n has to store for them. One that is the credential's own stands alone. */
export function withTokens(
	credential: ICredentialDataDecryptedObject,
	tokens: KeptTokens,
	now: number,
): IssuedToken {
	const living = [...tokens].filter(([, { expiresAt }]) => !isForgotten(expiresAt, now));
	const settings = tokenSettings(credential);
	const [first, ...others] = living;
	if (
		first !== undefined &&
		others.length === 0 &&
		settings !== undefined &&
		first[0] === ownerOf(settings)
	) {
		const [tokenOwner, { token: issuedToken, refreshToken, expiresAt: tokenExpiresAt }] = first;
		return { issuedToken, refreshToken, tokenExpiresAt, tokenOwner };
	}
	const all = { secret: secretOf(credential), tokens: Object.fromEntries(living) };
	return { issuedToken: JSON.stringify(all), refreshToken: '', tokenExpiresAt: '', tokenOwner: '' };
}

/** Several of them, and not one in fields of its own. */
export function areSeveral({ issuedToken }: ICredentialDataDecryptedObject): boolean {
	return typeof issuedToken === 'string' && issuedToken.startsWith('{');
}

/** All of both; of two for the same account the one that was renewed last. */
export function mergedTokens(some: KeptTokens, others: KeptTokens): KeptTokens {
	const merged = new Map(some);
	for (const [owner, other] of others) merged.set(owner, newerOf(merged.get(owner), other));
	return merged;
}

/** @returns `one` where both are as new */
export function newerOf(one: Token | undefined, other: Token): Token {
	return one === undefined || other.renewedAt > one.renewedAt ? other : one;
}

/** The token that n8n keeps for this account; '' where there is none, or one of another account. */
export function storedToken(credential: ICredentialDataDecryptedObject, settings: TokenSettings): string {
	return keptTokens(credential).get(ownerOf(settings))?.token ?? '';
}

/** The token to sign with; '' where there is none yet. */
export function signingToken(credential: ICredentialDataDecryptedObject, agencyClient = ''): string {
	const settings = tokenSettings(credential, agencyClient);
	if (settings !== undefined) return storedToken(credential, settings);
	// Test would send the token wherever the Base URL leads.
	addressOf(credential);
	return readyToken(credential);
}

/** Of the secret with what it belongs to, so that it cannot be found by trying. */
function secretOf(credential: ICredentialDataDecryptedObject): string {
	const settings = tokenSettings(credential);
	const { baseUrl = '', clientId = '', clientSecret = '' } = settings ?? {};
	const words = JSON.stringify(['secret', baseUrl, clientId, clientSecret]);
	return createHash('sha256').update(words).digest('hex').slice(0, 32);
}

/** A permanent token has no end (trap 23). */
function isForgotten(expiresAt: string, now: number): boolean {
	return expiresAt !== '' && Date.parse(expiresAt) + FORGOTTEN_AFTER_MS < now;
}

function parsedJson(value: string): unknown {
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return undefined;
	}
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
