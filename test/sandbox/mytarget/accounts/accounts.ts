import { below, hex, mix, pick } from '../../frame/hash';
import type { Status } from '../objects/api-object';
import { OfflineGoalStore, type OfflineGoal } from '../audiences/offline-goals';
import { UserListStore } from '../audiences/user-lists';
import { LeadStore } from '../leads/lead-store';
import { SubscriptionStore } from '../subscriptions/subscription-store';
import { ObjectStore } from '../objects/object-store';
import type { MyTargetOptions } from '../options';
import { Truth } from '../statistics/truth';

import type { Transfer } from './transfers';
import { Wallets } from './wallets';

/** An item of GET agency/clients.json with every field that can be asked for (3.8). */
export interface Relation {
	readonly access_type: string;
	/** Of the relation, not of the account. */
	readonly status: Status;
	readonly is_vkads: boolean;
	readonly user: RelatedUser;
	readonly [field: string]: unknown;
}

interface RelatedUser {
	readonly id: number;
	readonly username: string;
	readonly status: Status;
	readonly account: object;
	readonly additional_emails: readonly string[];
	readonly additional_info: Readonly<Record<string, string>>;
}

const ACCESS_TYPES = ['full_access', 'full_access', 'readonly', 'fin_readonly', 'ads_readonly'];

export function createRelation(
	seed: number,
	{ id, username, status }: Pick<RelatedUser, 'id' | 'username' | 'status'>,
	index: number,
	wallets: Wallets,
): Relation {
	const state = mix(mix(seed, 0xa6e), id);
	const name = `ООО «Ромашка № ${index + 1}»`;
	wallets.open(id, below(100_000, mix(state, 1)) * 100);
	return {
		access_type: pick(ACCESS_TYPES, state),
		status: index % 10 === 9 ? 'deleted' : 'active',
		is_vkads: index % 2 === 0,
		user: {
			id,
			username,
			status,
			account: {
				id,
				get balance() {
					return wallets.of(id) / 100;
				},
				a_balance: 0,
				type: 'physical',
				currency_balance_hold: below(500, mix(state, 2)),
			},
			additional_emails: [`client${index + 1}@sandbox.example`],
			additional_info: {
				name,
				email: '',
				phone: '',
				address: '',
				client_info: '',
				client_name: name,
			},
		},
	};
}

type Item = Readonly<Record<string, unknown>>;

const LIST_TYPES = ['phones', 'emails', 'idfa', 'vk'];

/** Segments and user lists of one account, in id order (3.12). */
export class Audiences {
	readonly segments: readonly Item[];
	readonly userLists: readonly Item[];
	readonly offlineGoals: readonly OfflineGoal[];

	/** @param index of the account */
	constructor(options: MyTargetOptions, index: number) {
		const isOwner = index === 0;
		const state = mix(mix(options.seed, 0x5e6), index);
		const base = 10_000 * (index + 1);
		this.segments = items(isOwner ? options.segments : 2, (place) => ({
			id: base + place,
			name: `${place % 3 === 0 ? 'Посетители' : 'Buyers'} ${hex(4, mix(state, place))}`,
			pass_condition: 1,
			flags: [],
			created: '2024-03-01 10:00:00',
			updated: '2025-03-01 10:00:00',
		}));
		this.userLists = items(isOwner ? options.userLists : 1, (place) => ({
			id: base + 5000 + place,
			name: `База ${place + 1}`,
			status: place % 5 === 4 ? 'mapping' : 'ready',
			type: pick(LIST_TYPES, mix(state, place)),
			base: null,
			entries_count: 2000 + below(9000, mix(state, place)),
			ids_count: 1500 + below(400, mix(state, place)),
			created: '2024-04-01 09:30:00',
			has_history: false,
			matched_ids_count: 0,
		}));
		this.offlineGoals = Array.from({ length: isOwner ? options.offlineGoals : 1 }, (_none, place) => ({
			id: base + 8000 + place,
			name: `Продажи ${place + 1}`,
			type: place % 2 === 0 ? 'phone' : 'email',
			attribution_period: 90,
			load_status: 'matched',
			created: '2026-01-04 17:36:16',
			updated: '2026-02-09 12:08:57',
		}));
	}
}

function items(count: number, create: (place: number) => Item): Item[] {
	return Array.from({ length: count }, (_, place) => create(place));
}

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
