import { gunzipSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';

import { shortWaitsInThisFile } from '../../support/of-file';
import { Harness, jsonOf, NODE, ofPublisher, publisherOf, sorted } from './harness';
import { ORDER, POLL, REPORT, reportStage } from './report-stage';

shortWaitsInThisFile();

const { attempt, harness, load, orders, polls, publisherId, truth } = reportStage();

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
			.campaigns(publisherId())
			.slice(0, 2)
			.map(({ id }) => id);
		const { items } = await load({ campaignScope: 'selected', campaignIds, trafficSource: 'rsya' });
		expect(orders().map(({ path, body }) => ({ path, body }))).toEqual([
			{
				path: '/reports/campaigns-daily-stats',
				body: {
					publisherId: publisherId(),
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
		const ids = harness.sandbox.promoPages.campaigns(publisherId()).map(({ id }) => id);
		const campaignIds = [...ids.slice(0, 200), ...ids.slice(400)];
		expect(sorted(jsonOf(items))).toEqual(sorted(truth({ campaignIds })));
		// Never ordered twice on doubt: the failed one was sent once.
		expect(orders()).toHaveLength(3);
		expect(jsonOf(failedSlices)).toEqual([
			{
				resource: 'report',
				operation: 'get',
				publisherId: publisherId(),
				...ofPublisher(publisherId()),
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
		expect(run.hints(NODE).join(' ')).not.toContain('no report was ordered');
		const own = await Harness.open({ promoPages: { campaigns: [0] } });
		const empty = await own.run({ ...REPORT, ...ofPublisher(publisherOf(own.sandbox)) });
		expect(empty.json(NODE)).toEqual([]);
		expect(empty.hints(NODE).join(' ')).toContain('no report was ordered');
		expect(own.sandbox.requests.filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it.each([
		[true, 'publisherId,publisherName,campaignId,campaignTitle,publicationId,publicationTitle,mskDate,'],
		[false, 'publisherId,campaignId,publicationId,mskDate,'],
	])('names its columns in a file without rows (Add Names: %s)', async (addNames, header) => {
		const nothing = { dateFrom: '2015-01-01', dateTo: '2015-01-01', options: { pollInterval: 1 } };
		const run = await attempt({ output: 'file', level: 'publications', addNames, ...nothing });
		const [item] = run.items(NODE);
		const text = (await run.binary(item!)).toString();
		expect(text).toMatch(/^[^\r\n]+,impressions,[^\r\n]+\r\n$/);
		expect(text).toContain(header);
	});

	it('trap 35: keeps undocumented columns in a file', async () => {
		const run = await attempt({ output: 'file', options: { compress: true, pollInterval: 1 } });
		const [item] = run.items(NODE);
		expect(item!.json.columns).toEqual(
			expect.arrayContaining(['publisherId', 'campaignId', 'mskDate', 'impressions', 'clicks', 'views']),
		);
		const lines = gunzipSync(await run.binary(item!))
			.toString()
			.trimEnd()
			.split('\r\n');
		expect(lines).toHaveLength(truth().length + 1);
		expect(lines[0]).toMatch(
			/^publisherId,publisherName,campaignId,campaignTitle,mskDate,impressions,reach,budget,cpm,/,
		);
	}, 30_000);

	it.each([
		['orders', { path: ORDER }],
		['polls', { path: POLL }],
		['the list of campaigns', { path: '/campaigns' }],
	])('429 on %s waits 3 minutes for the whole queue', async (_name, { path }) => {
		harness.sandbox.faults.add({ path, times: 1, fault: { kind: 'status', status: 429 } });
		const { items, clock } = await load();
		expect(sorted(jsonOf(items))).toEqual(sorted(truth()));
		expect(Math.max(...clock.sleeps)).toBe(189_000);
	});
});

describe('refused before any request', () => {
	it.each<[string, Record<string, unknown>, RegExp]>([
		['an unknown traffic source (trap 34)', { trafficSource: '={{ "all" }}' }, /^Traffic Source is "all"/],
		['dates in the wrong order', { dateFrom: '2026-02-01' }, /^Date From \(2026-02-01\) is after/],
		['no selected campaigns', { campaignScope: 'selected' }, /^Campaigns is From List, but/],
	])('%s', async (_name, parameters, message) => {
		const run = await attempt(parameters);
		expect(run.error?.message).toMatch(message);
		expect(harness.sandbox.requests).toEqual([]);
	});
});
