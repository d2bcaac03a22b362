import { hex, mix } from '../../frame/hash';
import type { MyTargetOptions } from '../options';

/** A token instance: refreshing changes the access token in it (1.7). */
export interface TokenRecord {
	readonly number: number;
	/** The application that it was issued to. */
	readonly clientId: string;
	readonly userId: number;
	accessToken: string;
	refreshToken: string;
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
	readonly state: 'valid' | 'expired';
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

const TOKEN_LENGTH = 64;

/** Tokens of one application for one user, expired ones included (1.7). */
const TOKEN_LIMIT = 5;
/** Seconds (1.3). */
export const TOKEN_LIFETIME = 86_400;
/** A record without activity for so long is gone (1.7). */
const IDLE_MS = 30 * 86_400_000;

/** The application that the token in `MyTargetSandbox.accessToken` belongs to: it takes none of the five. */
const OTHER_APPLICATION = 'another-application';

/** Token records of both applications. */
export class TokenStore {
	issued = 0;
	refreshed = 0;
	overLimit = 0;
	private records: TokenRecord[] = [];
	/** Records ever made, so that no value comes twice. */
	private made = 0;

	/** @param ownerId whose token is ready from the start */
	constructor(
		private readonly options: MyTargetOptions,
		private readonly now: () => number,
		private readonly ownerId: number,
	) {
		this.reset();
	}

	reset(): void {
		this.records = [];
		this.issued = this.refreshed = this.overLimit = this.made = 0;
		this.create(OTHER_APPLICATION, this.ownerId);
	}

	/** A token of the owner that never expires by itself. */
	get ready(): string {
		return this.text(0, 0);
	}

	/** Undefined when the user has all the tokens of this application that there may be; expired ones count (trap 24). */
	issue(userId: number): TokenRecord | undefined {
		if (this.left(userId) <= 0) {
			this.overLimit++;
			return undefined;
		}
		this.issued++;
		return this.create(this.options.clientId, userId, this.now() + TOKEN_LIFETIME * 1000);
	}

	/** How many more may be issued for a user. */
	left(userId: number): number {
		return TOKEN_LIMIT - this.own().filter((token) => token.userId === userId).length;
	}

	/** The old access token dies at once (1.7). Undefined for a refresh token that is unknown. */
	refresh(refreshToken: string): TokenRecord | undefined {
		const token = this.own().find((record) => record.refreshToken === refreshToken);
		if (token === undefined) return undefined;
		this.refreshed++;
		token.refreshes++;
		token.accessToken = this.text(token.number, token.refreshes);
		if (this.options.rotateRefreshTokens) token.refreshToken = this.text(token.number, -1 - token.refreshes);
		token.usedAt = this.now();
		token.expiresAt = this.now() + TOKEN_LIFETIME * 1000;
		return token;
	}

	find(accessToken: string): TokenRecord | undefined {
		this.forgetIdle();
		return this.records.find((token) => token.accessToken === accessToken);
	}

	forget(accessToken: string): void {
		this.records = this.records.filter((token) => token.accessToken !== accessToken);
	}

	/** Errors: RangeError for an unknown one. */
	expire(accessToken: string): void {
		const token = this.find(accessToken);
		if (token === undefined) throw new RangeError('this access token is unknown');
		token.expiresAt = this.now();
	}

	/** Every token, the one that was ready from the start included. */
	expireAll(): void {
		for (const token of this.records) token.expiresAt = this.now();
	}

	list(ownerOf: (userId: number) => string): IssuedToken[] {
		return this.own().map((token) => ({
			accessToken: token.accessToken,
			refreshToken: token.refreshToken,
			owner: ownerOf(token.userId),
			state: stateOf(token, this.now()),
		}));
	}

	private own(): TokenRecord[] {
		this.forgetIdle();
		return this.records.filter(({ clientId }) => clientId === this.options.clientId);
	}

	/** Permanent ones stay (trap 23). */
	private forgetIdle(): void {
		const idleSince = this.now() - IDLE_MS;
		this.records = this.records.filter((token) => token.expiresAt === undefined || token.usedAt > idleSince);
	}

	private create(clientId: string, userId: number, expiresAt?: number): TokenRecord {
		const number = this.made++;
		const time = this.now();
		const token: TokenRecord = {
			number,
			clientId,
			userId,
			accessToken: this.text(number, 0),
			refreshToken: this.text(number, -1),
			...(expiresAt !== undefined && { expiresAt }),
			usedAt: time,
			refreshes: 0,
		};
		this.records.push(token);
		return token;
	}

	private text(number: number, generation: number): string {
		return hex(TOKEN_LENGTH, mix(mix(mix(this.options.seed, 0x70c), number), generation));
	}
}
