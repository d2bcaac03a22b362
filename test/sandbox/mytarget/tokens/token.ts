/** A token instance: refreshing changes the access token in it (1.7). */
export interface TokenRecord {
	readonly number: number;
	/** The application that it was issued to. */
	readonly clientId: string;
	readonly userId: number;
	accessToken: string;
	refreshToken: string;
	/** Milliseconds; of the last refresh, if there was one. */
	issuedAt: number;
	/** Milliseconds; undefined for a permanent one. */
	expiresAt?: number;
	usedAt: number;
	refreshes: number;
}

/** A token as a test sees it. */
export interface IssuedToken {
	readonly accessToken: string;
	readonly refreshToken: string;
	/** `user.username` of the account that it opens. */
	readonly owner: string;
	readonly ownerId: number;
	readonly state: 'valid' | 'expired';
	/** ISO 8601 */
	readonly issuedAt: string;
	/** ISO 8601; null for a permanent one. */
	readonly expiresAt: string | null;
	readonly refreshes: number;
}

/** The tokens that there are, expired ones included, and what became of the requests for some. */
export interface IssuedTokens extends ReadonlyArray<IssuedToken> {
	/** How often a new one was issued; refreshed ones do not count. */
	readonly issued: number;
	readonly refreshed: number;
	/** Refused for the limit of tokens. */
	readonly overLimit: number;
}

export function stateOf(token: TokenRecord, now: number): IssuedToken['state'] {
	return token.expiresAt !== undefined && token.expiresAt <= now ? 'expired' : 'valid';
}
