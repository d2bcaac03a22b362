import { describe, expect, it } from '@jest/globals';

import { passesAll } from '../../../nodes/YandexPromoPages/campaign/filters';
import { ALL, campaignStage, idsOf } from './campaign-stage';
import { Harness, jsonOf, NODE, publisherOf, runOnFakeClock } from './harness';
import { previewRows } from './matrix';

const { attempt, harness, load, publisher, queries, truth } = campaignStage();
const LIST = /^\/campaigns$/;
const isNamed = (value: unknown): value is { name: string } => typeof value === 'object';

describe('Campaign: Get Many, page by page', () => {
	it('loads 1,234 campaigns over 7 pages, each once and in order (traps 3, 9, 10)', async () => {
		expect(truth()).toHaveLength(1234);
		expect(await load()).toEqual(truth());
		expect(queries()).toHaveLength(7);
		for (const query of queries()) {
			expect(query).toMatchObject({ ...publisher(), pageLimit: '200' });
			expect(query).not.toHaveProperty('campaignIds');
		}
		expect(queries()[0]).not.toHaveProperty('pageLastId');
	});

	it('takes the publisher from the picker, by ID and from an expression', async () => {
		for (const value of [
			{ __rl: true, mode: 'list', value: publisher().publisherId },
			`={{ "${publisher().publisherId}" }}`,
		])
			expect(await harness.rows({ ...ALL, publisherId: value, returnAll: false, limit: 1 })).toHaveLength(1);
	});

	it('asks for 5 when 5 are wanted', async () => {
		const run = await attempt({ returnAll: false, limit: 5 });
		expect(run.json(NODE)).toEqual(truth().slice(0, 5));
		expect(queries()).toMatchObject([{ pageLimit: '5' }]);
		expect(run.hints(NODE).join(' ')).toContain('limit of 5 rows');
	});

	it.each(['flag', 'bare', 'cursor'] as const)(
		'trap 11: ends where the last page says it by %s',
		async (lastPage) => {
			const own = await Harness.open({ promoPages: { campaigns: [7], lastPage } });
			const rows = await own.rows({
				...ALL,
				publisherId: publisherOf(own.sandbox),
				options: { pageSize: 3 },
			});
			expect(rows).toHaveLength(7);
			expect(own.sandbox.requests).toHaveLength(3);
		},
	);

	it('keeps a cursor as it is, whatever characters it has', async () => {
		const own = await Harness.open({ promoPages: { campaigns: [9], cursor: 'encoded' } });
		const rows = await own.rows({ ...ALL, publisherId: publisherOf(own.sandbox), options: { pageSize: 2 } });
		expect(rows).toHaveLength(9);
	});

	it('sends the filters: start in UTC without milliseconds, a date alone as midnight in Moscow (trap 5)', async () => {
		const filters = {
			startFrom: '2024-03-01',
			campaignTypes: ['article', 'video'],
			campaignStrategies: ['full_read'],
		};
		const rows = await load({ filters });
		expect(queries()[0]).toMatchObject({
			startFrom: '2024-02-29T21:00:00Z',
			campaignTypes: 'article,video',
			campaignStrategies: 'full_read',
		});
		const expected = truth().filter(
			({ type, start, strategy }) =>
				['article', 'video'].includes(type) &&
				(start ?? '') >= '2024-02-29T21:00:00Z' &&
				strategy.name === 'full_read',
		);
		expect(rows).toEqual(expected);
		expect(expected.length).toBeGreaterThan(0);
	});

	it.each([
		['2024-03-01T00:00:00.500Z', true],
		['2024-03-01T00:00:00Z', true],
		['2024-03-01T02:59:59+03:00', false],
		[undefined, false],
	])('a campaign that starts at %s is judged as a moment, not as a text', (start, passes) => {
		const filters = {
			ids: [],
			startFrom: '2024-03-01T00:00:00Z',
			types: [],
			strategies: [],
			archived: undefined,
		};
		expect(passesAll(filters, { id: '1', start })).toBe(passes);
	});

	it.each([
		['2024-03-01T10:20:30.456Z', '2024-03-01T10:20:30Z'],
		['2024-03-01T10:20:30+05:00', '2024-03-01T05:20:30Z'],
		['2024-03-01T10:20', '2024-03-01T07:20:00Z'],
	])('takes %s as a start', async (startFrom, sent) => {
		await load({ returnAll: false, limit: 1, filters: { startFrom } });
		expect(queries()[0]).toMatchObject({ startFrom: sent });
	});

	it.each([true, false])(
		'filters by archived: %s, where a missing flag means not archived',
		async (archived) => {
			const rows = await load({ filters: { archived } });
			const expected = truth().filter(({ isArchived }) => (isArchived ?? false) === archived);
			expect(idsOf(rows)).toEqual(expected.map(({ id }) => id));
			expect(expected.length).toBeGreaterThan(0);
			const limited = await load({ filters: { archived }, returnAll: false, limit: 210 });
			expect(idsOf(limited)).toEqual(expected.slice(0, 210).map(({ id }) => id));
		},
	);

	it('is flat when simplified, with the booleans that are left out (3.1)', async () => {
		const rows = await load({ simplify: true });
		for (const [index, { strategy, targeting, publications: _none, ...campaign }] of truth().entries()) {
			const columns = Object.entries(strategy as object).map(([name, value]: [string, unknown]) => [
				`strategy_${name}`,
				value,
			]);
			const lists = Object.entries(targeting).map(([name, values]: [string, unknown[]]) => {
				const words = values.map((value) => (isNamed(value) ? value.name : value));
				return [`targeting_${name}`, words.join(', ')] as const;
			});
			expect(rows[index]).toEqual({
				...{ ...campaign, isArchived: campaign.isArchived ?? false },
				...Object.fromEntries([...columns, ...lists]),
			});
		}
	});

	it('has no missing boolean at any level when simplified', async () => {
		for (const level of ['publications', 'previews'])
			for (const row of await load({ simplify: true, level }))
				expect([typeof row.isDisabled, typeof row.isDeleted]).toEqual(['boolean', 'boolean']);
	});

	it('takes types and strategies that the lists lack, and refuses one in the wrong list', async () => {
		const filters = { campaignTypes: ['post'] };
		const options = { otherCampaignTypes: 'story', otherCampaignStrategies: 'barter' };
		const run = await attempt({ filters, options, returnAll: false });
		expect(queries()[0]).toMatchObject({ campaignTypes: 'post,story', campaignStrategies: 'barter' });
		expect(run.error?.message).toContain('unknown value story');
		harness.reset();
		const wrong = await attempt({ filters: { campaignTypes: ['cpm'] } });
		expect(wrong.error?.message).toBe('Campaign Types contains "cpm", which is a strategy of campaigns.');
		const typed = await attempt({ options: { otherCampaignStrategies: 'video' } });
		expect(typed.error?.message).toContain('Other Campaign Strategies contains "video"');
		expect(harness.sandbox.requests).toEqual([]);
	});
});

describe('Campaign: Get Many, publications and previews', () => {
	it('gives one flat row per publication, with its campaign, without its previews', async () => {
		const rows = await load({ level: 'publications' });
		const expected = truth().flatMap(({ id, title, publications }) =>
			publications.map(({ previews: _previews, ...publication }) => ({
				campaignId: id,
				campaignTitle: title,
				...publication,
			})),
		);
		expect(rows).toEqual(expected);
	});

	it('trap 19: gives one flat row per preview, although previews have the ids of publications', async () => {
		const rows = await load({ level: 'previews' });
		expect(rows).toEqual(previewRows(harness.sandbox));
		expect(new Set(idsOf(rows)).size).toBeLessThan(rows.length);
	});
});

describe('Campaign: Get Many, refusals and faults', () => {
	it.each<[string, Record<string, unknown>, RegExp]>([
		['a page that is too large', { options: { pageSize: 201 } }, /^Page Size is 201/],
		['too many ids per request', { options: { idsPerRequest: 500 } }, /^IDs per Request is 500/],
		['a start that is no date', { filters: { startFrom: 'soon' } }, /^Start From is "soon"/],
		[
			'an id that is none',
			{ filters: { campaignIdList: 'my/campaign' } },
			/^Campaign IDs contains "my\/campaign"/,
		],
		['an unknown level', { level: '={{ "covers" }}' }, /^Level is "covers"/],
		['no publisher', { publisherId: '={{ "" }}' }, /^Publisher is not set/],
	])('refuses %s before any request', async (_name, parameters, message) => {
		const run = await attempt(parameters);
		expect(run.error?.message).toMatch(message);
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('429 waits 3 minutes, then 6, and goes on at the same page', async () => {
		harness.sandbox.faults.add({ path: LIST, skip: 3, times: 2, fault: { kind: 'status', status: 429 } });
		const { items, clock } = await runOnFakeClock(harness.sandbox, { ...ALL, ...publisher() });
		expect(jsonOf(items)).toEqual(truth());
		// Half of a tenth of jitter above each.
		expect(clock.sleeps).toEqual([189_000, 378_000]);
	});
});
