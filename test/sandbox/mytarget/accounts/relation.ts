import { below, mix, pick } from '../../frame/hash';
import type { Status } from '../objects/api-object';
import type { Wallets } from './wallets';

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
