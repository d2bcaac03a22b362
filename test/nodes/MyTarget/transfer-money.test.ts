import { describe, expect, it } from '@jest/globals';

import { byId } from '../../platforms/platform';
import { answer, failing, Harness, NODE } from './harness';

const harness = Harness.ofFile({ myTarget: { campaigns: 3, agencyClients: 63 } });
const myTarget = () => harness.sandbox.myTarget;
const MONEY = /billing\/transactions/;

const client = () => {
	const { agencyClientName, clients } = myTarget();
	return clients.find(({ user }) => user.username === agencyClientName)!.user;
};
const balanceOf = () => (client().account as { balance: number }).balance;
const transfer = (fields: object = {}) => ({
	...{ resource: 'client', operation: 'transferMoney', direction: 'to', amount: 1000.5 },
	...{ clientId: byId(client().id), ...fields },
});
const sent = () => harness.sandbox.requests.filter(({ path }) => path.includes('billing/transactions'));

/** The windows of a 429 as the platform sends them (E10). */
const exhausted = JSON.stringify({ limits: { '1': 2, '3600': 100 }, remaining: { '1': 0, '3600': 90 } });

describe('Client: Transfer Money', () => {
	it('moves it once, and tells the balances of both before and after', async () => {
		const before = balanceOf();
		expect(await harness.rows(transfer())).toEqual([
			{
				client_id: client().id,
				client_username: client().username,
				direction: 'to',
				amount: 1000.5,
				currency: 'RUB',
				client_balance_before: before,
				client_balance_after: before + 1000.5,
				agency_balance_before: 15230.4,
				agency_balance_after: 14229.9,
				created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
			},
		]);
		expect(sent().map(({ method, path, body }) => [method, path, body])).toEqual([
			['POST', `/api/v2/billing/transactions/to/${client().id}.json`, { amount: '1000.50' }],
		]);
	});

	it('back to the agency', async () => {
		const before = balanceOf();
		const [row] = await harness.rows(transfer({ direction: 'from', amount: '0.01' }));
		expect(row).toMatchObject({
			direction: 'from',
			client_balance_after: before - 0.01,
			agency_balance_after: 15230.41,
		});
	});

	it('the same for two input items is two transfers: nobody but their user knows that it is one (trap 67)', async () => {
		const run = await harness.run(transfer(), { input: [{ json: {} }, { json: {} }] });
		expect(run.json(NODE)).toHaveLength(2);
		expect(myTarget().transfers).toHaveLength(2);
	});

	it.each([
		['more than there is', { amount: 15230.41 }, 'transfer_error'],
		['of a client that is blocked', 'blocked', 'blocked_user'],
	])('%s is refused in the words of the platform, and nothing moves', async (_name, given, code) => {
		const blocked = myTarget().clients.find(
			({ status, user }) => status === 'active' && user.status === 'blocked',
		)!;
		const fields = given === 'blocked' ? { clientId: byId(blocked.user.id) } : (given as object);
		const run = await harness.run(transfer(fields));
		expect(run.error).toMatchObject(failing('request-invalid', code));
		expect(run.error!.message).not.toContain('may have been done');
		expect(myTarget().transfers).toEqual([]);
	});

	it('of an ID that is none of the agency’s is not even sent', async () => {
		const run = await harness.run(transfer({ clientId: byId(1) }));
		expect(run.error).toMatchObject(
			failing('not-found', 'has no client with the ID 1. Nothing was transferred'),
		);
		expect(sent()).toEqual([]);
	});

	it.each([
		['no amount', { amount: 0 }, /^Amount is 0, but it has to be between 0.01/],
		['less than nothing', { amount: -5 }, /^Amount is -5/],
		['a part of a kopeck', { amount: 10.005 }, /^Amount is 10.005, which has more than two decimals/],
		['no number', { amount: 'much' }, /^Amount is "much", which is no number/],
		['no client', { clientId: byId('') }, /Parameter "Client" is required/],
		['another direction', { direction: 'over' }, /^Direction is "over"/],
	])('%s is refused before any request', async (_name, fields, message) => {
		const run = await harness.run(transfer(fields));
		expect(run.error?.message).toMatch(message);
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('by the account of a client is refused before any request: it is the agency that moves money', async () => {
		const { clientId, clientSecret, baseUrl, agencyClientName } = myTarget();
		const credential = {
			platform: 'other',
			baseUrl,
			authentication: 'clientCredentials',
			clientId,
			clientSecret,
		};
		const run = await harness.run(transfer({ options: { agencyClient: agencyClientName } }), {
			credentials: { myTargetApi: credential },
		});
		expect(run.error?.message).toMatch(/^Money is moved by the agency itself/);
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('with Retry On Fail is refused before any request', async () => {
		const run = await harness.run(transfer(), {}, { retryOnFail: true });
		expect(run.error?.message).toContain('Retry On Fail is on');
		expect(harness.sandbox.requests).toEqual([]);
	});
});

describe('a transfer whose answer got lost (trap 67)', () => {
	it('was made once, is not repeated, and the message says how to look', async () => {
		const before = balanceOf();
		harness.sandbox.faults.add({ path: MONEY, fault: { kind: 'reset-after' } });
		const run = await harness.run(transfer());
		const look = `Look with Balance > Get Many, Accounts set to Agency Clients, at client ${client().id} before you transfer again: it had ${before.toFixed(2)}, and ${(before + 1000.5).toFixed(2)} means that the money went.`;
		expect(run.error).toMatchObject({ context: { kind: 'temporarily-unavailable' }, description: look });
		expect(run.error!.message).toContain(`It was sent once and may have been done all the same. ${look}`);
		expect([myTarget().transfers.length, sent().length]).toEqual([1, 1]);
		// What it says is how it is.
		const rows = await harness.rows({ resource: 'balance', operation: 'getAll', accountScope: 'clients' });
		const after = rows.find(({ account_id }) => account_id === client().id)!.balance as number;
		expect(look).toContain(`${after.toFixed(2)} means that the money went`);
	});

	it.each([
		['408', { kind: 'status', status: 408 }],
		['503', { kind: 'status', status: 503, retryAfter: '1' }],
		['no answer', { kind: 'reset-before' }],
		['a page', { kind: 'html' }],
	] as const)('%s is not repeated either', async (_name, fault) => {
		harness.sandbox.faults.add({ path: MONEY, fault });
		const run = await harness.run(transfer());
		expect(run.error!.message).toContain('may have been done all the same. Look with Balance');
		expect(sent()).toHaveLength(1);
	});

	it.each([
		['without a word', answer(429, '')],
		['of a proxy', answer(429, '<html><title>Slow down</title></html>')],
		['that names no window which is used up', answer(429, '{"limits":{"1":2},"remaining":{"1":2}}')],
	])('a 429 %s proves nothing: it is not repeated', async (_name, fault) => {
		harness.sandbox.faults.add({ path: MONEY, fault });
		const run = await harness.run(transfer());
		expect(run.error!.message).toContain('may have been done all the same. Look with Balance');
		expect(sent()).toHaveLength(1);
	});

	it('a 429 that names the window which is used up proves the refusal: it is sent again, and made once', async () => {
		harness.sandbox.faults.add({ path: MONEY, times: 1, fault: answer(429, exhausted) });
		expect(await harness.rows(transfer())).toHaveLength(1);
		expect([myTarget().transfers.length, sent().length]).toEqual([1, 2]);
	});

	it('a 429 of that kind for good is told as a refusal', async () => {
		harness.sandbox.faults.add({ path: MONEY, fault: answer(429, exhausted) });
		const run = await harness.run(transfer({ options: { maxWait: 0 } }));
		expect(run.error!.message).not.toContain('may have been done');
		expect(myTarget().transfers).toEqual([]);
	});

	it('an answer without a body was made; what nobody told is null', async () => {
		harness.sandbox.faults.add({ path: MONEY, fault: answer(204, '') });
		const [row] = await harness.rows(transfer());
		expect(row).toMatchObject({
			client_balance_before: balanceOf(),
			client_balance_after: null,
			agency_balance_after: null,
		});
	});
});
