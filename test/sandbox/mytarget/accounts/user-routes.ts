import { json } from '../../frame/answer';
import { fieldsOf, withFields } from '../lists/fields';
import { onlyKnown } from '../lists/parameters';
import { route, type Route } from '../route';

import type { Account } from './account';

const DEFAULTS = [
	'id',
	'username',
	'email',
	'firstname',
	'lastname',
	'language',
	'currency',
	'info_currency',
	'status',
	'types',
];
const ON_REQUEST = [
	'account',
	'active_banners',
	'max_active_banners',
	'additional_info',
	'permissions',
	'mailings',
];
/** The own account (3.9). */
export function userRoute(): Route {
	return route('GET', '/api/v3/user.json', {
		answer: ({ query, account }) => {
			onlyKnown(query, ['fields']);
			const rule = { all: [...DEFAULTS, ...ON_REQUEST], defaults: DEFAULTS };
			return json(200, withFields(userOf(account), fieldsOf(query, rule)));
		},
	});
}

/** Every field of the own account. */
function userOf(account: Account): Record<string, unknown> {
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
		account: { id, balance: '15230.40', type: 'physical' },
		active_banners: account.objects.all('banners').filter((banner) => banner.status === 'active').length,
		max_active_banners: 10_000,
		additional_info: { name: '', email: '', phone: '', client_name: '' },
		permissions: { can_create_ads: true },
		mailings: [],
	};
}
