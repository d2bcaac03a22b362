import type { MyTargetOptions } from '../options';

import { Account } from './account';
import { createRelation, type Relation } from './relation';
import { createUser } from './user';

/** The owner of the application and the clients of its agency. */
export class Accounts {
	readonly owner: Account;
	/** In the order of GET agency/clients.json; deleted relations included. */
	readonly relations: readonly Relation[];
	private readonly byUserId = new Map<number, Account>();

	constructor(
		private readonly options: MyTargetOptions,
		private readonly now: () => number,
	) {
		this.owner = this.add(0);
		this.relations = Array.from({ length: this.options.agencyClients }, (_, index) => {
			return createRelation(this.options.seed, this.add(index + 1).user, index);
		});
	}

	reset(): void {
		for (const account of this.byUserId.values()) account.reset();
	}

	/** By id or login. */
	find(user: number | string): Account | undefined {
		if (typeof user === 'number') return this.byUserId.get(user);
		return [...this.byUserId.values()].find((account) => account.user.username === user);
	}

	relationOf(account: Account): Relation | undefined {
		return this.relations.find(({ user }) => user.id === account.user.id);
	}

	private add(index: number): Account {
		const user = createUser(this.options, index);
		const known = this.byUserId.get(user.id);
		if (known !== undefined) return known;
		const account = new Account(user, index, this.options, this.now);
		this.byUserId.set(user.id, account);
		return account;
	}
}
