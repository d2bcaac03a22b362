import { beforeAll, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { shortWaitsInThisFile } from '../../support/of-file';
import {
	answer,
	failing,
	failureOf,
	Harness,
	jsonOf,
	NODE,
	ofPublisher,
	publisherOf,
	rowsOfPublisher,
	runOnFakeClock,
	sorted,
} from './harness';

shortWaitsInThisFile();

const DAYS = { dateFrom: '2026-01-01', dateTo: '2026-01-03' };
const REPORT: INodeParameters = {
	...{ resource: 'report', operation: 'get', returnAll: true, dateRange: 'custom', ...DAYS },
};

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	promoPages: { campaigns: [450], reportPolls: 0 },
});
let publisherId: string;
beforeAll(() => {
	publisherId = publisherOf(harness.sandbox);
});

const window = () => harness.sandbox.promoPages;
const load = async (changes: INodeParameters = {}) =>
	runOnFakeClock(harness.sandbox, { ...REPORT, ...ofPublisher(publisherId), ...changes });
const lines = (question: object = {}) => window().statistics({ publisherId, ...DAYS, ...question });
const truth = (question: object = {}) => rowsOfPublisher(harness.sandbox, publisherId, lines(question));
const ids = () =>
	window()
		.campaigns(publisherId)
		.map(({ id }) => id);
const asked = (path: string) => harness.sandbox.requests.filter((request) => request.path === path);
const chosen = (campaignIds: string[]) => ({ campaignScope: 'selected', campaignIds });

describe('names in a report', () => {
	it.each([
		['campaigns', ['campaignId', 'campaignTitle', 'mskDate']],
		['publications', ['campaignId', 'campaignTitle', 'publicationId', 'publicationTitle', 'mskDate']],
		[
			'previews',
			[
				...['campaignId', 'campaignTitle', 'publicationId', 'publicationTitle'],
				...['previewId', 'previewTitle', 'mskDate'],
			],
		],
	])(
		'of %s stand beside the ids, and come with the list that the report needs anyway',
		async (level, columns) => {
			const rows = jsonOf((await load({ level })).items);
			expect(sorted(rows)).toEqual(sorted(truth({ level })));
			expect(Object.keys(rows[0]!).slice(0, columns.length + 2)).toEqual([
				...['publisherId', 'publisherName'],
				...columns,
			]);
			expect([asked('/permissions/user').length, asked('/campaigns').length]).toEqual([1, 3]);
		},
	);

	it('of chosen campaigns take one request for each 200 of them, and tell those that are unknown', async () => {
		const some = [...ids().slice(5, 210), 'unknown'];
		const { items, hints } = await load(chosen(some));
		expect(sorted(jsonOf(items))).toEqual(sorted(truth({ campaignIds: some })));
		expect(asked('/campaigns').map(({ query }) => query.campaignIds!.split(',').length)).toEqual([200, 6]);
		expect(asked('/permissions/user')).toHaveLength(1);
		expect(hints.join(' ')).toContain('No answer for 1 campaign ID: unknown.');
		const orders = harness.sandbox.requests.filter(({ method }) => method === 'POST');
		const ordered = orders.flatMap(({ body }) => (body as { campaignIds: string[] }).campaignIds);
		expect(ordered).toEqual(some);
	});

	it('cost nothing where they are not wanted, or nothing is loaded', async () => {
		const some = ids().slice(0, 2);
		const { items } = await load({ ...chosen(some), addNames: false });
		const own = lines({ campaignIds: some }).map((line) => ({ publisherId, ...line }));
		expect(sorted(jsonOf(items))).toEqual(sorted(own));
		for (const operation of ['planSlices', 'create']) await load({ ...chosen(some), operation });
		expect([...asked('/permissions/user'), ...asked('/campaigns')]).toEqual([]);
	});

	it('are null where nobody knows them', async () => {
		const campaigns = [{ id: 'a1' }, { id: 'a2', title: null, publications: [{ id: null, title: 'x' }] }];
		const statistics = [
			{ campaignId: 'a1', publicationId: 'p1', mskDate: '2026-01-01' },
			{ campaignId: 'a3', mskDate: '2026-01-01' },
			{ mskDate: '2026-01-02' },
		];
		harness.sandbox.faults.add({ path: '/campaigns', fault: answer(200, { campaigns }) });
		harness.sandbox.faults.add({ path: '/permissions/user', fault: answer(200, { userPermissions: [] }) });
		harness.sandbox.faults.add({ path: /^\/reports/, method: 'GET', fault: answer(200, { statistics }) });
		const publisher = { publisherId, publisherName: null };
		const { items, hints } = await load({ level: 'publications' });
		expect(hints.join(' ')).toContain(`No answer for 1 publisher name: ${publisherId}.`);
		expect(jsonOf(items)).toEqual([
			{ ...publisher, ...statistics[0], campaignTitle: null, publicationTitle: null },
			{ ...publisher, ...statistics[1], campaignTitle: null },
			{ ...publisher, ...statistics[2] },
		]);
	});

	it('that cannot be read fail the publisher whose they are', async () => {
		const refusal = answer(403, { message: 'no' });
		harness.sandbox.faults.add({ path: '/campaigns', fault: refusal });
		const options = { onSliceFailure: 'continue' };
		const { items, failedSlices } = await load({ ...chosen(ids().slice(0, 2)), options });
		expect(items).toEqual([]);
		expect(jsonOf(failedSlices)).toMatchObject([
			{ publisherId, campaignIds: ids().slice(0, 2), error: { kind: 'access-denied' } },
		]);
	});

	it('of publishers that cannot be read are told for what they are', async () => {
		harness.sandbox.faults.add({ path: '/permissions/user', fault: answer(403, { message: 'no' }) });
		expect(await failureOf(load())).toMatchObject(
			failing('access-denied', 'It was asked for the names of the publishers.', 'may read'),
		);
	});
});

describe('names in statistics that were ordered before', () => {
	const fetched = async (changes: object = {}) =>
		harness.run({
			...{ resource: 'report', operation: 'fetch', returnAll: true },
			reportId: window().readyReport({ publisherId, ...DAYS, level: 'previews' }),
			...changes,
		});

	it('need the publisher that Order gave, and one request for each 200 campaigns', async () => {
		const run = await fetched({ publisherId: { __rl: true, mode: 'id', value: publisherId } });
		expect(sorted(run.json(NODE))).toEqual(sorted(truth({ level: 'previews' })));
		const campaigns = new Set(lines({ level: 'previews' }).map(({ campaignId }) => campaignId)).size;
		expect(asked('/campaigns')).toHaveLength(Math.ceil(campaigns / 200));
		expect(asked('/permissions/user')).toHaveLength(1);
	});

	it('are those of the rows that are wanted', async () => {
		const run = await fetched({ publisherId, returnAll: false, limit: 3 });
		expect(run.json(NODE)).toEqual(truth({ level: 'previews' }).slice(0, 3));
		const wanted = new Set(
			lines({ level: 'previews' })
				.slice(0, 3)
				.map(({ campaignId }) => campaignId),
		);
		expect(asked('/campaigns').map(({ query }) => query.campaignIds)).toEqual([[...wanted].join(',')]);
	});

	it('come with the publisher alone where they are not wanted, and not at all without one', async () => {
		const own = lines({ level: 'previews' });
		const run = await fetched({ publisherId, addNames: false });
		expect(run.json(NODE)).toEqual(own.map((line) => ({ publisherId, ...line })));
		expect((await fetched()).json(NODE)).toEqual(own);
		expect([...asked('/permissions/user'), ...asked('/campaigns')]).toEqual([]);
	});

	it('are not looked for without rows', async () => {
		const nothing = { ...DAYS, dateFrom: '2015-01-01', dateTo: '2015-01-01' };
		const reportId = window().readyReport({ publisherId, ...nothing });
		expect((await fetched({ publisherId, reportId })).json(NODE)).toEqual([]);
		expect(harness.sandbox.requests).toHaveLength(1);
	});

	it('are looked for with the ids that rows have', async () => {
		const { campaignId } = lines()[0]!;
		const statistics = [{}, { campaignId: '' }, { campaignId: null }, { campaignId: 7 }, { campaignId }];
		harness.sandbox.faults.add({ path: /^\/reports/, fault: answer(200, { statistics }) });
		const rows = (await fetched({ publisherId })).json(NODE);
		expect(rows.map(({ campaignTitle }) => campaignTitle ?? null)).toEqual([
			...[null, null, null, null],
			expect.any(String),
		]);
		expect(asked('/campaigns').map(({ query }) => query.campaignIds)).toEqual([campaignId]);
	});

	it('of a campaign that comes without an ID are told as missing', async () => {
		harness.sandbox.faults.add({ path: '/campaigns', fault: answer(200, { campaigns: [{}, { id: 'a' }] }) });
		const run = await fetched({ publisherId, returnAll: false, limit: 1 });
		const { campaignId } = lines({ level: 'previews' })[0]!;
		expect(run.hints(NODE).join(' ')).toContain(`No answer for 1 campaign ID: ${campaignId}.`);
	});

	it('of the wrong publisher are told as missing', async () => {
		const [, other] = window().publishers;
		const run = await fetched({ publisherId: other!.publisher.id });
		expect(run.json(NODE)[0]).toMatchObject({ campaignTitle: null });
		expect(run.hints(NODE).join(' ')).toMatch(/No answer for \d+ campaign IDs/);
	});
});
