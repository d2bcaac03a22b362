import { describe, expect, it } from '@jest/globals';

import { credentialsByType } from '../../platforms/credentials';
import { readExamples } from '../../demo/example';
import { shortWaitsInThisFile } from '../../support/of-file';
import { Harness } from './harness';

shortWaitsInThisFile();

describe('the examples', () => {
	const harness = Harness.ofFile({ adfox: { campaigns: 350, banners: 1300, reportPolls: 0 } });

	const run = async (name: string) => {
		const example = readExamples().find((workflow) => workflow.name === name)!;
		const result = await harness.runWorkflow(example, { credentials: credentialsByType(harness.sandbox) });
		expect(result.error).toBeUndefined();
		return result;
	};

	it('give all campaigns with their banners', async () => {
		const result = await run('ADFOX: campaigns with their banners');
		const banners = result.json('Get banners').map(({ ID }) => ID);
		expect(new Set(banners)).toEqual(new Set(harness.sandbox.adfox.banners.map(({ ID }) => ID)));
		expect(banners).toHaveLength(1300);
	});

	it('pause the campaigns of the list, and no other', async () => {
		const before = harness.sandbox.adfox.campaigns.map((campaign) => ({ ...campaign }));
		const result = await run('ADFOX: pause a list of campaigns');
		const paused = result.json('Pause campaigns').map(({ id }) => id);
		expect(paused).toHaveLength(5);
		for (const [index, { ID, status }] of harness.sandbox.adfox.campaigns.entries())
			expect(status).toBe(paused.includes(ID) ? '1' : before[index]!.status);
	});

	it('load the daily report of last month', async () => {
		const rows = (await run('ADFOX: daily report of last month')).json('Get daily report');
		expect(rows.length).toBeGreaterThan(20);
		expect(rows[0]).toEqual({
			date: expect.stringMatching(/^\d{4}-\d{2}-01$/),
			loads_commercial: expect.any(Number),
			clicks_total: expect.any(Number),
			ctr: expect.any(Number),
		});
	});
});
