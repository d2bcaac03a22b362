import { beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { passesAll } from '../../../nodes/YandexPromoPages/campaign/filters';
import { failing, Harness, jsonOf, NODE, publisherOf, runOnFakeClock } from './harness';
import { previewRows } from './matrix';

const ALL = { resource: 'campaign', operation: 'getAll', returnAll: true, simplify: false };
const LIST = /^\/campaigns$/;

const harness = Harness.ofFile();
let publisherId: string;
beforeAll(() => {
	publisherId = publisherOf(harness.sandbox);
});

const load = async (changes: object = {}) => harness.rows({ ...ALL, publisherId, ...changes });
const attempt = async (changes: object) => harness.run({ ...ALL, publisherId, ...changes });
const truth = () => harness.sandbox.promoPages.campaigns(publisherId);
const idsOf = (rows: readonly IDataObject[]) => rows.map(({ id }) => id);
const idsFrom = (first: number, end: number) =>
	truth()
		.slice(first, end)
		.map(({ id }) => id);
const queries = () => harness.sandbox.requests.map(({ query }) => query);

describe('Campaign: Get Many, page by page', () => {
	it('loads 1,234 campaigns over 7 pages, each once and in order (traps 3, 9, 10)', async () => {
		expect(truth()).toHaveLength(1234);
		expect(await load()).toEqual(truth());
		expect(queries()).toHaveLength(7);
		for (const query of queries()) {
			expect(query).toMatchObject({ publisherId, pageLimit: '200' });
			expect(query).not.toHaveProperty('campaignIds');
		}
		expect(queries()[0]).not.toHaveProperty('pageLastId');
	});

	it('takes the publisher from the picker, by ID and from an expression', async () => {
		for (const value of [{ __rl: true, mode: 'list', value: publisherId }, `={{ "${publisherId}" }}`])
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

	it('reads missing booleans as false when simplified, at all levels (3.1)', async () => {
		const rows = await load({ simplify: true });
		for (const [index, campaign] of truth().entries()) {
			expect(rows[index]!.isArchived).toBe(campaign.isArchived ?? false);
			const publications = rows[index]!.publications as IDataObject[] | undefined;
			expect(
				publications?.every(
					({ isDisabled, isDeleted }) => isDisabled !== undefined && isDeleted !== undefined,
				),
			).toBe(true);
		}
	});
});

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
		expect(queries()).toEqual([{ publisherId, pageLimit: '3' }]);
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
		const limited = { ...ALL, publisherId, filters: { campaignIds: ids }, returnAll: false, limit: 2 };
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

describe('a limit below campaigns', () => {
	it('does not make the pages as small as itself, since many campaigns have no such row', async () => {
		const run = await attempt({ level: 'previews', returnAll: false, limit: 1 });
		expect(run.json(NODE)).toHaveLength(1);
		expect(queries()).toMatchObject([{ pageLimit: '200' }]);
	});

	it('does not make the batches of ids as small as itself either', async () => {
		const campaignIds = idsFrom(0, 150);
		const limited = { ...ALL, publisherId, filters: { campaignIds }, returnAll: false, limit: 1 };
		expect(await harness.rows({ ...limited, level: 'previews' })).toHaveLength(1);
		expect(queries().map((query) => query.campaignIds!.split(',').length)).toEqual([150]);
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
			/^Campaign IDs \(Text\) contains "my\/campaign"/,
		],
		['an unknown level', { level: '={{ "covers" }}' }, /^Level is "covers"/],
		['no publisher', { publisherId: '={{ "" }}' }, /^Publisher is not set/],
	])('refuses %s before any request', async (_name, parameters, message) => {
		const run = await attempt(parameters);
		expect(run.error?.message).toMatch(message);
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('401 tells which token type was sent and how to switch it', async () => {
		const own = await Harness.open({ promoPages: { tokenType: 'Bearer' } });
		const run = await own.run({ ...ALL, publisherId: publisherOf(own.sandbox) });
		expect(run.error).toMatchObject(
			failing('credential-invalid', 'The token was sent as OAuth.', 'change Token Type'),
		);
		const bearer = { yandexPromoPagesApi: { ...own.credential, tokenType: 'Bearer' } };
		const parameters = { ...ALL, publisherId: publisherOf(own.sandbox), returnAll: false };
		expect((await own.run(parameters, { credentials: bearer })).error).toBeUndefined();
	});

	it('429 waits 3 minutes, then 6, and goes on at the same page', async () => {
		harness.sandbox.faults.add({ path: LIST, skip: 3, times: 2, fault: { kind: 'status', status: 429 } });
		const { items, clock } = await runOnFakeClock(harness.sandbox, { ...ALL, publisherId });
		expect(jsonOf(items)).toEqual(truth());
		// Half of a tenth of jitter above each.
		expect(clock.sleeps).toEqual([189_000, 378_000]);
	});
});
