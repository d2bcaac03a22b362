import { describe, expect, it } from '@jest/globals';

import { answer, Harness, NODE } from './harness';

const harness = Harness.ofFile({ myTarget: { campaigns: 3, agencyClients: 63 } });
const BALANCE = { resource: 'balance', operation: 'getAll' };
const asClient = () => {
	const { agencyClientName, clientId, clientSecret, baseUrl } = harness.sandbox.myTarget;
	const authentication = 'agencyClientCredentials';
	return {
		myTargetApi: { platform: 'other', baseUrl, authentication, clientId, clientSecret, agencyClientName },
	};
};

describe('Balance: Get Many', () => {
	it('gives that of the account, a number', async () => {
		const { userId, username } = harness.sandbox.myTarget;
		expect(await harness.rows(BALANCE)).toEqual([
			{ account_id: userId, account_name: username, balance: 15230.4, currency: 'RUB' },
		]);
		expect(harness.sandbox.requests).toHaveLength(1);
	});

	it('gives those of all clients of an agency, by their names', async () => {
		const rows = await harness.rows({ ...BALANCE, accountScope: 'clients' });
		expect(rows).toEqual(
			harness.sandbox.myTarget.clients.map(({ user }) => ({
				account_id: user.id,
				account_name: user.additional_info.client_name,
				balance: (user.account as { balance: number }).balance,
				currency: null,
			})),
		);
	});

	it('is null where the account may not see its money', async () => {
		harness.sandbox.faults.add({
			path: /user\.json/,
			fault: answer(200, '{"id":5,"username":"a","currency":"RUB"}'),
		});
		expect(await harness.rows(BALANCE)).toEqual([
			{ account_id: 5, account_name: 'a', balance: null, currency: 'RUB' },
		]);
	});

	it('of one odd client is unknown, which is told', async () => {
		const user = { id: 7, username: 'seven', account: { balance: 5 } };
		const body = { items: [null, { user: 'odd' }, { user }], count: 3 };
		harness.sandbox.faults.add({ path: /clients\.json/, fault: answer(200, body) });
		const run = await harness.run({ ...BALANCE, accountScope: 'clients' });
		expect(run.json(NODE).map(({ account_id, balance }) => [account_id, balance])).toEqual([
			...[
				[null, null],
				[null, null],
			],
			[7, 5],
		]);
		expect(run.hints(NODE).join(' ')).toContain('2 clients of the agency came without an ID.');
	});

	it('of clients is refused to an account that is no agency', async () => {
		const run = await harness.run({ ...BALANCE, accountScope: 'clients' }, { credentials: asClient() });
		expect(run.error).toMatchObject({ context: { kind: 'access-denied' } });
	});

	it('refuses an unknown choice before any request', async () => {
		const run = await harness.run({ ...BALANCE, accountScope: 'everybody' });
		expect(run.error?.message).toMatch(/^Accounts is "everybody", which is not one of its values/);
		expect(harness.sandbox.requests).toEqual([]);
	});
});
