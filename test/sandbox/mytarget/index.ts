import type { Origins, Platform } from '../frame/platform';

import { Accounts } from './accounts/accounts';
import type { Relation } from './accounts/relation';
import type { Transfer } from './accounts/transfers';
import { Budget, type BudgetWindow } from './budget/budget';
import { createTransactions } from './dictionaries/transactions';
import { createPackages } from './dictionaries/whole';
import type { ListedObject } from './lists/query';
import { DEFAULT_OPTIONS, type MyTargetOptions } from './options';
import { MyTargetPlatform } from './platform';
import { TokenStore, type IssuedTokens } from './tokens/token-store';
import { AccountView } from './view';

export type { MyTargetOptions };

/** What the sandbox is made of; a test sees it through `MyTargetSandbox`. */
interface Parts {
	readonly options: MyTargetOptions;
	readonly now: () => number;
	readonly accounts: Accounts;
	readonly tokens: TokenStore;
	readonly budget: Budget;
	readonly baseUrl: () => string;
}

const DEAD_ID = 2_147_000_001;

/** What a test needs to know about the myTarget of the sandbox: the owner's account, and what is around it. */
export class MyTargetSandbox extends AccountView {
	readonly clientId: string;
	/** A token of the owner that never expires by itself and takes none of the tokens of this application. */
	readonly accessToken: string;
	/** An id that nobody has, in every list: statistics answer WRONG_*. */
	readonly deadId = DEAD_ID;
	readonly packages: readonly ListedObject[];
	readonly transactions: readonly ListedObject[];
	readonly budgets: {
		/** Answers 429. */
		readonly refused: number;
		/** Every window of every budget that there was; `spent` is never above `limit`. */
		readonly windows: readonly BudgetWindow[];
	};

	constructor(private readonly parts: Parts) {
		const { options, accounts, now, tokens, budget } = parts;
		super(accounts.owner, options, now);
		this.clientId = options.clientId;
		this.accessToken = tokens.ready;
		this.packages = createPackages(options.packages, options.seed);
		this.transactions = createTransactions(options);
		this.budgets = budget;
	}

	/** Base URL of the credential: methods are `${baseUrl}/api/v2/campaigns.json` and so on. */
	get baseUrl(): string {
		return this.parts.baseUrl();
	}

	get clientSecret(): string {
		return this.parts.options.clientSecret;
	}

	/** As support gives a new one for the same client ID. */
	changeSecret(clientSecret: string): void {
		this.parts.options.clientSecret = clientSecret;
	}

	/** Clients that a token can be had for, in the order of GET agency/clients.json. */
	get agencyClientNames(): readonly string[] {
		return this.clients
			.filter(({ status, user }) => status === 'active' && user.status === 'active')
			.map(({ user }) => user.username);
	}

	/** The first of them; empty without any. */
	get agencyClientName(): string {
		return this.agencyClientNames[0] ?? '';
	}

	/** All items of GET agency/clients.json. */
	get clients(): readonly Relation[] {
		return this.parts.accounts.relations;
	}

	/** Movements of money between the agency and its clients that were made. */
	get transfers(): readonly Transfer[] {
		return this.parts.accounts.transfers;
	}

	/** The account of an agency client. Errors: RangeError for an unknown name. */
	client(username: string): AccountView {
		const { accounts, options, now } = this.parts;
		const account = accounts.find(username);
		if (account === undefined) throw new RangeError(`${username} is no client of this agency`);
		return new AccountView(account, options, now);
	}

	/** Those of this application, as they are now. */
	get tokens(): IssuedTokens {
		const { tokens, accounts } = this.parts;
		const { issued, refreshed, overLimit } = tokens;
		const list = tokens.list((userId) => accounts.find(userId)?.user.username ?? '');
		return Object.assign(list, { issued, refreshed, overLimit });
	}

	/** The token is answered with `expired_token` from now on. Errors: RangeError for an unknown one. */
	expireToken(accessToken: string): void {
		this.parts.tokens.expire(accessToken);
	}

	/** All tokens are, the one in `accessToken` too. */
	expireTokens(): void {
		this.parts.tokens.expireAll();
	}

	/** The record is gone, `invalid_token`, as after a month or when somebody else has deleted it. */
	forgetToken(accessToken: string): void {
		this.parts.tokens.forget(accessToken);
	}
}

export function createMyTarget(
	given: Partial<MyTargetOptions>,
	now: () => number,
	origins: Origins,
): { services: readonly Platform[]; sandbox: MyTargetSandbox } {
	const options = { ...DEFAULT_OPTIONS, ...given };
	const accounts = new Accounts(options, now);
	const tokens = new TokenStore(options, now, accounts.owner.user.id);
	const budget = new Budget(now);
	const api = new MyTargetPlatform(options, now, accounts, tokens, budget);
	const baseUrl = () => origins(api.name) + api.prefix;
	return {
		services: [api],
		sandbox: new MyTargetSandbox({ options, now, accounts, tokens, budget, baseUrl }),
	};
}
