import { describe, expect, it } from '@jest/globals';

import { agency } from './agency-stage';
import { expectSameRows, failing, NODE, NOW } from './harness';

const DAYS = { dateFrom: '2026-02-25', dateTo: '2026-03-01' };
const REPORT = { resource: 'report', operation: 'getDaily', dateRange: 'custom', ...DAYS, returnAll: true };
const at = () => Date.parse(NOW);

describe('statistics of all clients', () => {
	it('by account: one request by the token of the agency itself, names from the list of clients', async () => {
		const { myTarget, harness, run } = await agency({}, at);
		const clients = { objectType: 'users', objectScope: 'clients', simplify: false };
		const done = await run([''], { ...REPORT, ...clients });
		const active = myTarget.clients.filter(({ status }) => status === 'active');
		const truth = active.flatMap(({ user }) =>
			myTarget
				.client(user.username)
				.statistics({ objectType: 'users', ...DAYS })
				.map(({ id, ...row }) => ({ id, name: user.additional_info.client_name, ...row })),
		);
		expect(truth.length).toBe(active.length * 5);
		expectSameRows(done.json(NODE), truth);
		const asked = harness.sandbox.requests.filter(({ path }) => path.includes('/statistics/'));
		expect(asked.map(({ query }) => query.id!.split(',').length)).toEqual([active.length]);
		expect(myTarget.tokens.issued).toBe(1);
	});

	it('by campaign: each with its own token, and every row says whose it is', async () => {
		const { myTarget, run } = await agency({}, at);
		const clients = myTarget.agencyClientNames.slice(0, 4);
		const objects = {
			objectType: 'ad_groups',
			simplify: false,
			options: { agencyClient: '={{ $json.client }}' },
		};
		const done = await run(clients, { ...REPORT, ...objects });
		const truth = clients.flatMap((client) => {
			const view = myTarget.client(client);
			const groups = new Map(view.adGroups.map((group) => [group.id, group]));
			return view.statistics({ objectType: 'ad_groups', ...DAYS }).map(({ id, ...row }) => ({
				...{ account_id: view.userId, account_name: client, id },
				...{ name: groups.get(id)!.name, ad_plan_id: groups.get(id)!.ad_plan_id, ...row },
			}));
		});
		expectSameRows(done.json(NODE), truth);
		expect(myTarget.tokens.issued).toBe(4);
	});

	it('without names has no columns of the account either', async () => {
		const { myTarget, run } = await agency({}, at);
		const objects = {
			objectType: 'ad_groups',
			addNames: false,
			options: { agencyClient: '={{ $json.client }}' },
		};
		const done = await run([myTarget.agencyClientName], { ...REPORT, ...objects });
		expect(Object.keys(done.json(NODE)[0]!)).not.toContain('account_id');
	});

	it('the table of ad performance has the account of each client', async () => {
		const { myTarget, run } = await agency({}, at);
		const clients = myTarget.agencyClientNames.slice(0, 3);
		const performance = {
			...{ resource: 'report', operation: 'getPerformance', level: 'campaign', dateRange: 'custom', ...DAYS },
			...{ returnAll: true, options: { agencyClient: '={{ $json.client }}', includeEmptyDays: true } },
		};
		const rows = (await run(clients, performance)).json(NODE);
		const accounts = [
			...new Set(rows.map(({ account_id, account_name }) => `${String(account_id)} ${String(account_name)}`)),
		];
		expect(accounts).toEqual(clients.map((client) => `${myTarget.client(client).userId} ${client}`));
		expect(new Set(rows.map(({ row_key }) => row_key)).size).toBe(rows.length);
		expect(rows.length).toBe(3 * 3 * 5);
	});

	it('clients are accounts: any other type of object is refused before any request', async () => {
		const { harness, run } = await agency({}, at);
		const done = await run([''], { ...REPORT, objectType: 'banners', objectScope: 'clients' });
		expect(done.error?.message).toMatch(/^Objects is Agency Clients, but Object Type is Banners/);
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('an account that is no agency is told so', async () => {
		const { myTarget, run } = await agency({}, at);
		const clients = {
			objectType: 'users',
			objectScope: 'clients',
			options: { agencyClient: '={{ $json.client }}' },
		};
		const done = await run([myTarget.agencyClientName], { ...REPORT, ...clients });
		expect(done.error).toMatchObject(failing('access-denied', 'agency_access'));
	});
});
