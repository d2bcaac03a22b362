import { describe, expect, it } from '@jest/globals';

import { ALL, campaignStage, idsOf } from './campaign-stage';
import { NODE } from './harness';

const { attempt, harness, idsFrom, load, publisher, queries, truth } = campaignStage();

describe('Campaign: Get Many, by ids', () => {
	it('asks for 450 ids in 3 requests, and keeps their order', async () => {
		const ids = idsFrom(100, 550).reverse();
		const rows = await load({ filters: { campaignIds: ids } });
		expect(idsOf(rows)).toEqual(ids);
		expect(queries().map(({ campaignIds }) => campaignIds!.split(',').length)).toEqual([200, 200, 50]);
		for (const query of queries()) {
			expect(query).not.toHaveProperty('pageLimit');
			expect(query).not.toHaveProperty('pageLastId');
		}
	});

	it('uses page mode for an empty list, and never sends one (trap 3)', async () => {
		await load({ returnAll: false, limit: 3, filters: { campaignIds: [], campaignIdList: ' , ' } });
		expect(queries()).toEqual([{ ...publisher(), pageLimit: '3' }]);
	});

	it('tells ids without an answer', async () => {
		const known = truth()[0]!.id;
		const run = await attempt({
			filters: { campaignIds: [known], campaignIdList: '0123456789abcdef01234567' },
		});
		expect(idsOf(run.json(NODE))).toEqual([known]);
		expect(run.hints(NODE).join(' ')).toContain('No answer for 1 campaign ID: 0123456789abcdef01234567.');
	});

	it('asks for no second batch when the first one fills the limit', async () => {
		const ids = idsFrom(0, 5);
		const limited = { ...ALL, ...publisher(), filters: { campaignIds: ids }, returnAll: false, limit: 2 };
		const run = await harness.run(limited);
		expect(idsOf(run.json(NODE))).toEqual(ids.slice(0, 2));
		expect(queries().map(({ campaignIds }) => campaignIds)).toEqual([ids.slice(0, 2).join(',')]);
		expect(run.hints(NODE).join(' ')).toContain('limit of 2 rows');
	});

	it('does not make its batches as small as the limit where it leaves campaigns out', async () => {
		const campaigns = truth().slice(0, 150);
		const last = campaigns.findLast(({ type }) => type === 'post')!;
		const campaignIds = campaigns
			.filter(({ type, id }) => type !== 'post' || id === last.id)
			.map(({ id }) => id);
		const filters = { campaignIds, campaignTypes: ['post'] };
		const rows = await load({ filters, returnAll: false, limit: 1 });
		expect(idsOf(rows)).toEqual([last.id]);
		expect(queries()).toHaveLength(1);
	});

	it('applies the other filters itself', async () => {
		const campaigns = truth().slice(0, 150);
		const filters = { campaignIds: campaigns.map(({ id }) => id), campaignTypes: ['post'], archived: false };
		const rows = await load({ filters });
		expect(rows).toEqual(campaigns.filter(({ type, isArchived }) => type === 'post' && isArchived !== true));
		expect(queries()[0]).not.toHaveProperty('campaignTypes');
	});
});

describe('a limit below campaigns', () => {
	it('does not make the pages as small as itself, since many campaigns have no such row', async () => {
		const run = await attempt({ level: 'previews', returnAll: false, limit: 1 });
		expect(run.json(NODE)).toHaveLength(1);
		expect(queries()).toMatchObject([{ pageLimit: '200' }]);
	});

	it('does not make the batches of ids as small as itself either', async () => {
		const campaignIds = idsFrom(0, 150);
		const limited = { ...ALL, ...publisher(), filters: { campaignIds }, returnAll: false, limit: 1 };
		expect(await harness.rows({ ...limited, level: 'previews' })).toHaveLength(1);
		expect(queries().map((query) => query.campaignIds!.split(',').length)).toEqual([150]);
	});
});
