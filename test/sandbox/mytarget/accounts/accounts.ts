import { hex, mix } from '../../frame/hash';
import type { Status } from '../objects/api-object';
import { ObjectStore } from '../objects/object-store';
import type { MyTargetOptions } from '../options';
import { Truth } from '../statistics/truth';

import { Audiences } from './audiences';
import { createRelation, type Relation } from './relation';

export interface User {
	readonly id: number;
	readonly username: string;
	readonly types: readonly string[];
	readonly status: Status;
}

const FIRST_ID = 17_668;

/** @param index 0 is the owner of the application, the others are clients of its agency */
function createUser(options: MyTargetOptions, index: number): User {
	const state = mix(mix(options.seed, 0x05e2), index);
	const isOwner = index === 0;
	return {
		id: FIRST_ID + (options.seed % 1000) * 100_000 + index * 7,
		// Logins of clients have this form (1.2).
		username: isOwner ? `owner-${hex(6, state)}@sandbox.example` : `${hex(10, state)}@agency_client`,
		types: isOwner ? ['advert', 'agency'] : ['agency_client', 'advert'],
		status: !isOwner && index % 13 === 7 ? 'blocked' : 'active',
	};
}

/** One account and what belongs to it, made when somebody asks for it. */
export class Account {
	readonly objects: ObjectStore;
	readonly audiences: Audiences;
	readonly truth: Truth;

	/** @param index 0 is the owner of the application */
	constructor(
		readonly user: User,
		readonly index: number,
		options: MyTargetOptions,
		now: () => number,
	) {
		this.objects = new ObjectStore(options, index, now);
		this.audiences = new Audiences(options, index);
		this.truth = new Truth(options.seed, this.objects, user.id);
	}

	reset(): void {
		this.objects.reset();
	}
}

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
		const account = new Account(createUser(this.options, index), index, this.options, this.now);
		this.byUserId.set(account.user.id, account);
		return account;
	}
}
