import { json } from '../../frame/answer';
import { onlyKnown } from '../lists/query';
import { moscowText } from '../objects/api-object';
import { isObject } from '../objects/schema';
import { coded, invalid, notFound } from '../refusal';
import { route, type Route } from '../route';

import type { Accounts } from './accounts';

/** A movement of money that was made. */
export interface Transfer {
	readonly direction: 'to' | 'from';
	readonly clientId: number;
	readonly kopecks: number;
}

/** Money between an agency and its clients (3.35). Twice the same is two transfers (trap 67). Errors: 400, 404. */
export function transferRoute(accounts: Accounts, now: () => number): Route {
	return route('POST', '/api/v2/billing/transactions/{to|from}/{id}.json', {
		needs: 'agency',
		answer: ({ parts: [direction, id], query, body }) => {
			onlyKnown(query, []);
			const kopecks = kopecksIn(body);
			const relation = accounts.relations.find(({ user }) => user.id === Number(id));
			if (relation === undefined || relation.status === 'deleted') throw notFound('User');
			if (relation.user.status === 'blocked') throw coded(400, 'blocked_user', 'User is blocked');
			const way = direction === 'to' ? 'to' : 'from';
			const { wallets } = accounts;
			const [payer, payee] =
				way === 'to'
					? [accounts.owner.user.id, relation.user.id]
					: [relation.user.id, accounts.owner.user.id];
			if (wallets.of(payer) < kopecks) throw coded(400, 'transfer_error', 'Not enough money');
			wallets.move(payer, payee, kopecks);
			accounts.transfers.push({ direction: way, clientId: relation.user.id, kopecks });
			return json(200, {
				amount: rubles(kopecks),
				created_at: moscowText(now()),
				client_balance: rubles(wallets.of(relation.user.id)),
				agency_balance: rubles(wallets.of(accounts.owner.user.id)),
				client_username: relation.user.username,
			});
		},
	});
}

/** A decimal text with two digits behind the point, and nothing else. Errors: 400. */
function kopecksIn(body: unknown): number {
	if (!isObject(body)) throw coded(400, 'invalid_json', 'The body must be a JSON object');
	const { amount, ...others } = body;
	const [other] = Object.keys(others);
	if (other !== undefined)
		throw invalid({ [other]: { code: 'unallowed_field', message: 'Unallowed field' } });
	if (typeof amount !== 'string' || !/^\d+\.\d\d$/.test(amount) || Number(amount) <= 0)
		throw coded(400, 'failed_amount', 'Wrong amount');
	return Math.round(Number(amount) * 100);
}

export function rubles(kopecks: number): string {
	return (kopecks / 100).toFixed(2);
}
