import { describe, expect, it } from '@jest/globals';

import { credentialsById, credentialsByType } from '../../platforms/credentials';
import { readExamples } from '../../demo/example';
import { Harness, expectSameRows } from './harness';

const harness = Harness.ofFile({ myTarget: { campaigns: 210, banners: 20 } });

async function run(name: string) {
	const workflow = readExamples().find((example) => example.name === name)!;
	const done = await harness.runWorkflow(workflow, {
		credentials: credentialsByType(harness.sandbox),
		credentialsById: credentialsById(harness.sandbox),
		mode: 'trigger',
	});
	expect(done.error).toBeUndefined();
	return done;
}

describe('the example workflows', () => {
	it('daily spend: one flat item per campaign and day with any traffic', async () => {
		const rows = (await run('VK Ads: daily spend to Google Sheets')).json('Get daily spend');
		const days = [...new Set(rows.map(({ date }) => String(date)))].sort();
		expect(days).toHaveLength(7);
		const truth = harness.sandbox.myTarget
			.statistics({ objectType: 'ad_plans', dateFrom: days[0]!, dateTo: days.at(-1)! })
			.filter(({ base }) => (base as { shows: number }).shows > 0);
		const names = new Map(harness.sandbox.myTarget.adPlans.map(({ id, name }) => [id, name]));
		for (const { id, name } of rows) expect(name).toBe(names.get(Number(id)));
		const keys = ({ id, date }: { id?: unknown; date?: unknown }) => ({ id, date });
		expectSameRows(rows.map(keys), truth.map(keys));
		const spent = rows.reduce((sum, row) => sum + Number(row.spent), 0);
		const expected = truth.reduce((sum, { base }) => sum + Number((base as { spent: string }).spent), 0);
		expect(spent).toBeCloseTo(expected, 2);
		expect(spent).toBeGreaterThan(0);
	});

	it('agency clients, and the campaigns of one of them by a token of its own', async () => {
		const done = await run('VK Ads: agency clients with their campaigns');
		const { myTarget } = harness.sandbox;
		expect(done.json('Get clients')).toEqual(
			myTarget.clients.filter(({ status }) => status === 'active').map(() => expect.anything()),
		);
		expect(done.json('Get campaigns of a client').map(({ id }) => id)).toEqual(
			myTarget.client(myTarget.agencyClientName).campaigns.map(({ id }) => id),
		);
		expect(myTarget.tokens.map(({ owner }) => owner)).toEqual([myTarget.agencyClientName]);
	});

	it('all clients of an agency: one line per client and day with any traffic, by the token of the agency', async () => {
		const done = await run('VK Ads: all clients of an agency in one table');
		const rows = done.json('Get statistics of all clients');
		const { myTarget } = harness.sandbox;
		const days = [...new Set(rows.map(({ date }) => String(date)))].sort();
		expect(days).toHaveLength(7);
		const [dateFrom = '', dateTo = ''] = [days[0], days.at(-1)];
		const truth = myTarget.clients
			.filter(({ status }) => status === 'active')
			.flatMap(({ user }) =>
				myTarget
					.client(user.username)
					.statistics({ objectType: 'users', dateFrom, dateTo })
					.map(({ id, date, base }) => ({ id, date, name: user.additional_info.client_name, base })),
			)
			.map(({ base, ...row }) => ({ ...row, ...(base as { shows: number; spent: string }) }))
			.filter(({ shows }) => shows > 0)
			.map(({ id, date, name, shows, spent }) => ({ id, date, name, shows, spent: Number(spent) }));
		expectSameRows(
			rows.map(({ id, date, name, shows, spent }) => ({ id, date, name, shows, spent })),
			truth,
		);
		expect(myTarget.tokens.issued).toBe(0);
	});

	it('new leads: those of yesterday and today, each once, and nothing is sent anywhere as it comes', async () => {
		const name = 'VK Ads: new leads into a CRM and a sheet';
		const rows = (await run(name)).json('Get leads');
		const { leads } = harness.sandbox.myTarget;
		expect(rows.length).toBeGreaterThan(20);
		expect(rows.map(({ id }) => id)).toEqual(leads.slice(-rows.length).map(({ id }) => id));
		const outside = readExamples()
			.find((example) => example.name === name)!
			.nodes.filter(({ type }) => /httpRequest|googleSheets|removeDuplicates/.test(type));
		expect(outside.map((node) => (node as { disabled?: boolean }).disabled)).toEqual([true, true, true]);
	});

	it('API request limits watch: one item per limit', async () => {
		const rows = (await run('VK Ads: API request limits watch')).json('Get request limits');
		expect(rows).toContainEqual({
			resource: 'REMARKETINGUSERSLIST',
			version: 'v3',
			action: 'CREATE',
			window: 3600,
			limit: 10,
			remaining: 10,
		});
	});
});
