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
	it('daily statistics: one flat item per campaign and day', async () => {
		const rows = (await run('myTarget: daily statistics of all campaigns, last 30 days')).json(
			'Get daily statistics',
		);
		const days = [...new Set(rows.map(({ date }) => String(date)))].sort();
		expect(days).toHaveLength(30);
		const truth = harness.sandbox.myTarget.statistics({
			objectType: 'campaigns',
			dateFrom: days[0]!,
			dateTo: days.at(-1)!,
		});
		const keys = ({ id, date }: { id?: unknown; date?: unknown }) => ({ id, date });
		expectSameRows(rows.map(keys), truth.map(keys));
		const spent = rows.reduce((sum, row) => sum + Number(row.spent), 0);
		const expected = truth.reduce((sum, { base }) => sum + Number((base as { spent: string }).spent), 0);
		expect(spent).toBeCloseTo(expected, 2);
		expect(spent).toBeGreaterThan(0);
	});

	it('agency clients, and the campaigns of one of them by a token of its own', async () => {
		const done = await run('myTarget: agency clients with their campaigns');
		const { myTarget } = harness.sandbox;
		expect(done.json('Get clients')).toEqual(
			myTarget.clients.filter(({ status }) => status === 'active').map(() => expect.anything()),
		);
		expect(done.json('Get campaigns of a client').map(({ id }) => id)).toEqual(
			myTarget.client(myTarget.agencyClientName).campaigns.map(({ id }) => id),
		);
		expect(myTarget.tokens.map(({ owner }) => owner)).toEqual([myTarget.agencyClientName]);
	});

	it('budget watch: one item per limit', async () => {
		const rows = (await run('myTarget: budget watch')).json('Get rate limits');
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
