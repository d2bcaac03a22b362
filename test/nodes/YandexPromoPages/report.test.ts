import { gunzipSync } from 'node:zlib';

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { shortWaitsInThisFile } from '../../support/of-file';
import { failing, Harness, jsonOf, NODE, publisherOf, runOnFakeClock, sorted } from './harness';

shortWaitsInThisFile();

const ORDER = /^\/reports\/campaigns-/;
const PERIOD = { dateRange: 'custom', dateFrom: '2026-01-01', dateTo: '2026-01-07' };
const REPORT = {
	resource: 'report',
	operation: 'get',
	level: 'campaigns',
	campaignScope: 'all',
	returnAll: true,
	...PERIOD,
};

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	promoPages: { campaigns: [450], reportPolls: 2 },
});
let publisherId: string;
beforeAll(() => {
	publisherId = publisherOf(harness.sandbox);
});

const load = async (changes: INodeParameters = {}) =>
	runOnFakeClock(harness.sandbox, { ...REPORT, publisherId, ...changes });
const attempt = async (changes: object) => harness.run({ ...REPORT, publisherId, ...changes });
const truth = (question: object = {}) =>
	harness.sandbox.promoPages.statistics({
		publisherId,
		dateFrom: '2026-01-01',
		dateTo: '2026-01-07',
		...question,
	});
const orders = () => harness.sandbox.requests.filter(({ method }) => method === 'POST');
const polls = () => harness.sandbox.requests.filter(({ path }) => /^\/reports\/(?!campaigns-)/.test(path));

describe('Report: Get', () => {
	it('orders 450 campaigns in 3 reports, asks for each through 202, and gives every row once (traps 6, 38)', async () => {
		const { items } = await load();
		expect(sorted(jsonOf(items))).toEqual(sorted(truth()));
		expect(items.length).toBeGreaterThan(500);
		const sizes = orders().map(({ body }) => (body as { campaignIds: string[] }).campaignIds.length);
		expect(sizes).toEqual([200, 200, 50]);
		expect(polls().map(({ status }) => status)).toEqual(expect.arrayContaining([202, 202, 200]));
		expect(polls()).toHaveLength(9);
	});

	it.each(['campaigns', 'publications', 'previews'] as const)(
		'traps 30, 36: gives rows of %s',
		async (level) => {
			const { items } = await load({ level });
			expect(sorted(jsonOf(items))).toEqual(sorted(truth({ level })));
		},
	);

	it('traps 33, 34: sends the days of Moscow and one documented traffic source', async () => {
		const campaignIds = harness.sandbox.promoPages
			.campaigns(publisherId)
			.slice(0, 2)
			.map(({ id }) => id);
		const { items } = await load({ campaignScope: 'selected', campaignIds, trafficSource: 'rsya' });
		expect(orders().map(({ path, body }) => ({ path, body }))).toEqual([
			{
				path: '/reports/campaigns-daily-stats',
				body: {
					publisherId,
					campaignIds,
					mskDateFrom: '2026-01-01',
					mskDateTo: '2026-01-07',
					trafficSource: 'rsya',
				},
			},
		]);
		expect(sorted(jsonOf(items))).toEqual(sorted(truth({ campaignIds, trafficSource: 'rsya' })));
	});

	it('cuts by days on request: each day once', async () => {
		const { items } = await load({ options: { daysPerRequest: 3, addSliceColumns: true } });
		expect(orders()).toHaveLength(9);
		const rows = jsonOf(items).map(({ _dateFrom, _dateTo, ...row }) => row);
		expect(sorted(rows)).toEqual(sorted(truth()));
	});

	it('one order that fails leaves the other two, and one item on Failed Slices', async () => {
		harness.sandbox.faults.add({ path: ORDER, skip: 1, times: 1, fault: { kind: 'status', status: 500 } });
		const { items, failedSlices } = await load({
			options: { onSliceFailure: 'continue', maxConcurrency: 1 },
		});
		const ids = harness.sandbox.promoPages.campaigns(publisherId).map(({ id }) => id);
		const campaignIds = [...ids.slice(0, 200), ...ids.slice(400)];
		expect(sorted(jsonOf(items))).toEqual(sorted(truth({ campaignIds })));
		// Never ordered twice on doubt: the failed one was sent once.
		expect(orders()).toHaveLength(3);
		expect(jsonOf(failedSlices)).toEqual([
			{
				resource: 'report',
				operation: 'get',
				publisherId,
				level: 'campaigns',
				campaignScope: 'selected',
				campaignIds: ids.slice(200, 400),
				dateFrom: '2026-01-01',
				dateTo: '2026-01-07',
				index: 1,
				count: 3,
				error: { kind: 'temporarily-unavailable', status: 500, message: expect.stringContaining('500') },
			},
		]);
	});

	it('takes no statistics for no rows, and no campaigns for no order', async () => {
		const run = await attempt({ dateFrom: '2015-01-01', dateTo: '2015-01-01', options: { pollInterval: 1 } });
		expect(run.error).toBeUndefined();
		expect(run.json(NODE)).toEqual([]);
		const own = await Harness.open({ promoPages: { campaigns: [0] } });
		const empty = await own.run({ ...REPORT, publisherId: publisherOf(own.sandbox) });
		expect(empty.json(NODE)).toEqual([]);
		expect(empty.hints(NODE).join(' ')).toContain('no report was ordered');
		expect(own.sandbox.requests.filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('trap 35: keeps undocumented columns in a file', async () => {
		const run = await attempt({ output: 'file', options: { compress: true, pollInterval: 1 } });
		const [item] = run.items(NODE);
		expect(item!.json.columns).toEqual(
			expect.arrayContaining(['campaignId', 'mskDate', 'impressions', 'clicks', 'views']),
		);
		const lines = gunzipSync(await run.binary(item!))
			.toString()
			.trimEnd()
			.split('\r\n');
		expect(lines).toHaveLength(truth().length + 1);
	}, 30_000);

	it.each([
		['orders', { path: ORDER }],
		['polls', { path: /^\/reports\/(?!campaigns-)/ }],
		['the list of campaigns', { path: '/campaigns' }],
	])('429 on %s waits 3 minutes for the whole queue', async (_name, { path }) => {
		harness.sandbox.faults.add({ path, times: 1, fault: { kind: 'status', status: 429 } });
		const { items, clock } = await load();
		expect(sorted(jsonOf(items))).toEqual(sorted(truth()));
		expect(Math.max(...clock.sleeps)).toBe(189_000);
	});
});

describe('Report: Create, Fetch and Plan Slices', () => {
	const TWO_STEPS = { ...REPORT, operation: 'create' };

	it('orders without waiting and fetches later', async () => {
		const created = await harness.rows({ ...TWO_STEPS, publisherId });
		expect(created).toHaveLength(3);
		expect(created[0]).toMatchObject({
			reportId: expect.any(String),
			publisherId,
			index: 0,
			count: 3,
			...{ dateFrom: '2026-01-01' },
		});
		const rows: object[] = [];
		for (const { reportId } of created) {
			const fetched = () =>
				harness.rows({ resource: 'report', operation: 'fetch', reportId, returnAll: true });
			expect(await fetched()).toEqual([{ reportId, ready: false }]);
			expect(await fetched()).toEqual([{ reportId, ready: false }]);
			for (const row of await fetched()) rows.push(row);
		}
		expect(sorted(rows)).toEqual(sorted(truth()));
	});

	it('tells which reports had been ordered when a later order fails', async () => {
		harness.sandbox.faults.add({ path: ORDER, skip: 1, fault: { kind: 'status', status: 500 } });
		const run = await harness.run({ ...TWO_STEPS, publisherId });
		expect(run.error?.message).toMatch(/Reports that had been ordered before: \S+\.$/);
	});

	it('orders nothing with Retry On Fail, which would order it all again', async () => {
		const run = await harness.run({ ...TWO_STEPS, publisherId }, {}, { retryOnFail: true, maxTries: 2 });
		expect(run.error?.message).toContain('Retry On Fail is on');
		expect(harness.sandbox.requests).toEqual([]);
	});

	it.each(['get', 'planSlices'])('%s may be run again with Retry On Fail', async (operation) => {
		const parameters = { ...REPORT, operation, publisherId, dateFrom: '2099-01-01', dateTo: '2099-01-01' };
		const run = await harness.run(parameters, {}, { retryOnFail: true, maxTries: 2 });
		expect(run.error?.message ?? '').not.toContain('Retry On Fail');
	});

	it('plans without ordering, in items that feed Get', async () => {
		const plan = await harness.rows({
			...REPORT,
			operation: 'planSlices',
			publisherId,
			options: { daysPerRequest: 4 },
		});
		expect(plan).toHaveLength(6);
		expect(orders()).toEqual([]);
		const rows: object[] = [];
		for (const slice of plan) {
			const { items } = await runOnFakeClock(harness.sandbox, { ...REPORT, ...slice, dateRange: 'custom' });
			for (const row of jsonOf(items)) rows.push(row);
		}
		expect(sorted(rows)).toEqual(sorted(truth()));
	});

	it('says so when a report is gone', async () => {
		const run = await harness.run({ resource: 'report', operation: 'fetch', reportId: 'gone' });
		expect(run.error).toMatchObject(failing('not-found', '', '30 days'));
	});
});

describe('refused before any request', () => {
	it.each<[string, Record<string, unknown>, RegExp]>([
		['an unknown traffic source (trap 34)', { trafficSource: '={{ "all" }}' }, /^Traffic Source is "all"/],
		['dates in the wrong order', { dateFrom: '2026-02-01' }, /^Date From \(2026-02-01\) is after/],
		['no selected campaigns', { campaignScope: 'selected' }, /^Campaigns is Selected, but/],
	])('%s', async (_name, parameters, message) => {
		const run = await attempt(parameters);
		expect(run.error?.message).toMatch(message);
		expect(harness.sandbox.requests).toEqual([]);
	});
});
