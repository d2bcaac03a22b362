import { describe, expect, it } from '@jest/globals';

import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { jsonOf, NOW, runOnFakeClock } from './harness';

const sandbox = ofFile(async () =>
	startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 230 } }),
);

const CAMPAIGNS = { resource: 'campaign', operation: 'getAll', returnAll: true };

describe('the order of a list', () => {
	it.each(['', '-id'])(
		'keeps the order over all pages, also when objects come and go (sorting "%s")',
		async (sorting) => {
			const path = '/api/v2/campaigns.json';
			for (const by of [1, -1])
				sandbox.faults.add({ path, skip: 1, times: 1, fault: { kind: 'list-changes', by } });
			await runOnFakeClock(sandbox, { ...CAMPAIGNS, sorting });
			const sent = sandbox.requests
				.filter((request) => request.path === path)
				.map(({ query }) => query.sorting);
			expect(sent.length).toBeGreaterThan(2);
			expect(new Set(sent)).toEqual(new Set([sorting === '' ? 'id' : sorting]));
		},
	);

	it('gives all in the order that was asked for', async () => {
		const { items } = await runOnFakeClock(sandbox, { ...CAMPAIGNS, campaignFields: ['id'], sorting: '-id' });
		expect(jsonOf(items).map(({ id }) => id)).toEqual(
			sandbox.myTarget.campaigns.map(({ id }) => id).reverse(),
		);
	});
});
