import { json } from '../../frame/answer';
import { listAnswer, type Listable } from '../lists/listing';
import { fieldsOf, onlyKnown, withFields, words, type ListedObject } from '../lists/query';
import { PAGE_FAULTS, route, type Route } from '../route';

import type { Account, Accounts } from './accounts';
import type { Relation } from './relation';
import { rubles } from './transfers';

const DEFAULTS = words(`
	id username email firstname lastname language currency info_currency status types`);
const ON_REQUEST = words('account active_banners max_active_banners additional_info permissions mailings');

/** The own account (3.9). */
export function userRoute({ wallets }: Accounts): Route {
	return route('GET', '/api/v3/user.json', {
		answer: ({ query, account }) => {
			onlyKnown(query, ['fields']);
			const rule = { all: [...DEFAULTS, ...ON_REQUEST], defaults: DEFAULTS };
			return json(
				200,
				withFields(ownAccount(account, rubles(wallets.of(account.user.id))), fieldsOf(query, rule)),
			);
		},
	});
}

/** Every field of the own account. */
function ownAccount(account: Account, balance: string): Record<string, unknown> {
	const { id, username, types, status } = account.user;
	return {
		id,
		username,
		email: 'person@sandbox.example',
		firstname: 'Анна',
		lastname: 'Петрова',
		language: 'ru',
		currency: 'RUB',
		info_currency: 'RUB',
		status,
		types,
		account: { id, balance: account.balance ?? balance, type: 'physical' },
		active_banners: account.objects.all('banners').filter((banner) => banner.status === 'active').length,
		max_active_banners: 10_000,
		additional_info: { name: '', email: '', phone: '', client_name: '' },
		permissions: { can_create_ads: true },
		mailings: [],
	};
}

const userOf = (object: ListedObject) => (object as Relation).user;

const CLIENTS: Listable = {
	fields: {
		all: ['access_type', 'status', 'user', 'is_vkads'],
		defaults: ['access_type', 'status', 'user'],
	},
	sortable: [],
	filters: {
		user__id: { type: 'id', lookups: ['eq', 'in'], value: (object) => userOf(object).id },
		user__username: { type: 'text', lookups: ['eq', 'in'], value: (object) => userOf(object).username },
		user__status: { type: 'status', lookups: ['eq', 'ne', 'in'], value: (object) => userOf(object).status },
		status: { type: 'status', lookups: ['eq', 'ne', 'in'] },
		is_vkads: { type: 'text', lookups: ['eq'], value: (object) => String(object.is_vkads) },
		q: {
			type: 'text',
			lookups: ['eq'],
			search: (object) => [userOf(object).username, userOf(object).additional_info.client_name!],
		},
	},
	showsLimit: true,
	hasFields: true,
};

/** The clients of an agency (3.8). */
export function agencyRoute(accounts: Accounts): Route {
	return route('GET', '/api/v2/agency/clients.json', {
		needs: 'agency',
		faults: PAGE_FAULTS,
		answer: (call) => listAnswer(call, accounts.relationsNow, CLIENTS),
	});
}
