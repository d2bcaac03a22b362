import { json } from '../frame/answer';
import type { Route } from '../frame/routes';

import type { Account } from './account';
import { commaList } from './refusal';

/** An entry of GET /publishers/balances (3.5). */
export interface Balance {
	publisherId: string;
	balance: number;
}

/** GET /permissions/user (3.4) and GET /publishers/balances (3.5). */
export function cabinetRoutes(account: Account): Route[] {
	return [
		{
			method: 'GET',
			path: /^\/permissions\/user$/,
			answer: () => json(200, { userPermissions: account.publishers.map(({ permission }) => permission) }),
		},
		{
			method: 'GET',
			path: /^\/publishers\/balances$/,
			query: ['publisherIds'],
			answer: ({ query }) => {
				const wanted = new Set(commaList('publisherIds', query.get('publisherIds') ?? ''));
				return json(200, {
					balances: balancesOf(account).filter(({ publisherId }) => wanted.has(publisherId)),
				});
			},
		},
	];
}

/** In an order of their own, and not one for every cabinet: to be joined by `publisherId` (3.5). */
export function balancesOf(account: Account): Balance[] {
	return account.publishers
		.filter((publisher) => account.isOpen(publisher))
		.flatMap(({ id, balance }) =>
			balance === undefined ? [] : { publisherId: id, balance: account.balances.get(id) ?? balance },
		)
		.reverse();
}
