import { hex, mix } from '../../frame/hash';
import type { Status } from '../objects/api-object';
import { Audiences } from '../audiences/audiences';
import { OfflineGoalStore } from '../audiences/offline-goals';
import { UserListStore } from '../audiences/user-lists';
import { LeadStore } from '../leads/lead-store';
import { SubscriptionStore } from '../subscriptions/subscription-store';
import { ObjectStore } from '../objects/object-store';
import type { MyTargetOptions } from '../options';
import { Truth } from '../statistics/truth';

import { createRelation, type Relation } from './relation';
import type { Transfer } from './transfers';
import { Wallets } from './wallets';

export interface User {
	readonly id: number;
	readonly username: string;
	readonly types: readonly string[];
	readonly status: Status;
}

const FIRST_ID = 17_668;
const OWNERS_KOPECKS = 1_523_040;

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
	readonly leads: LeadStore;
	readonly userLists: UserListStore;
	readonly offlineGoals: OfflineGoalStore;
	/** Uploaded files, in the order of their coming. */
	readonly content: { readonly kind: string; readonly bytes: Buffer }[] = [];
	readonly truth: Truth;
	readonly subscriptions: SubscriptionStore;
	/** Undefined: as it was made. */
	balance: string | number | undefined;

	/** @param index 0 is the owner of the application */
	constructor(
		readonly user: User,
		readonly index: number,
		options: MyTargetOptions,
		now: () => number,
	) {
		this.objects = new ObjectStore(options, index, now);
		this.audiences = new Audiences(options, index);
		this.leads = new LeadStore(options, index, this.objects, now);
		this.userLists = new UserListStore(
			this.audiences.userLists,
			options.looksUntilReady,
			2_500_000 + 10_000 * index,
		);
		this.offlineGoals = new OfflineGoalStore(this.audiences.offlineGoals, options.readsUntilSeen);
		this.truth = new Truth(options.seed, this.objects, user.id);
		this.subscriptions = new SubscriptionStore(options.seed, now);
	}

	reset(): void {
		this.objects.reset();
		this.leads.reset();
		this.userLists.reset();
		this.offlineGoals.reset();
		this.content.length = 0;
		this.truth.reset();
		this.subscriptions.reset();
		this.balance = undefined;
	}
}

/** The owner of the application and the clients of its agency. */
export class Accounts {
	readonly owner: Account;
	/** In the order of GET agency/clients.json; deleted relations included. */
	readonly relations: readonly Relation[];
	readonly wallets = new Wallets();
	/** Of money, in their order. */
	readonly transfers: Transfer[] = [];
	private readonly byUserId = new Map<number, Account>();

	constructor(
		private readonly options: MyTargetOptions,
		private readonly now: () => number,
	) {
		this.owner = this.add(0);
		this.wallets.open(this.owner.user.id, OWNERS_KOPECKS);
		this.relations = Array.from({ length: this.options.agencyClients }, (_, index) => {
			return createRelation(this.options.seed, this.add(index + 1).user, index, this.wallets);
		});
		this.owner.truth.clients = (userId) => {
			const client = this.byUserId.get(userId);
			const isTheirs = client !== undefined && this.relationOf(client)?.status === 'active';
			return isTheirs ? client.truth : undefined;
		};
	}

	reset(): void {
		for (const account of this.byUserId.values()) account.reset();
		this.wallets.reset();
		this.transfers.length = 0;
	}

	/** By id or login. */
	find(user: number | string): Account | undefined {
		if (typeof user === 'number') return this.byUserId.get(user);
		return [...this.byUserId.values()].find((account) => account.user.username === user);
	}

	/** The relations as they are now. */
	get relationsNow(): Relation[] {
		return this.relations.map((relation) => {
			const { user } = relation;
			const balance = this.byUserId.get(user.id)?.balance;
			return balance === undefined
				? relation
				: { ...relation, user: { ...user, account: { ...user.account, balance } } };
		});
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
