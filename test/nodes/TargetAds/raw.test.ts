import { describe, expect, it } from '@jest/globals';

import { day, Harness, idsOf, NODE, sorted, rawReport } from './harness';

const FIELDS = ['InteractionTime', 'InteractionType', 'InteractionPlacementId', 'InteractionUrlPath'];
const RAW = rawReport(FIELDS, ['PageView', 'Click'], '2024-01-01', '2024-01-31');

describe('Report: Get Raw Data, directly', () => {
	const harness = Harness.ofFile();

	const load = async (changes: object) => harness.rows({ ...RAW, ...changes });
	const truth = (question: object = {}) =>
		sorted(
			harness.sandbox.targetAds.rawRows({
				dateFrom: '2024-01-01',
				dateTo: '2024-01-31',
				interactionTypes: RAW.interactionTypes,
				fields: FIELDS,
				...question,
			}),
		);

	it('loads 31 days of 773 campaigns: every row once, 10 ids and 7 days per request (S1, S3, S4, S5, S6, S8)', async () => {
		const { placements } = harness.sandbox.targetAds;
		expect(placements).toHaveLength(773);
		const rows = await load({ campaignScope: 'accessible' });

		expect(sorted(rows)).toEqual(truth({ placementIds: placements.map(({ placement_id }) => placement_id) }));
		expect(rows.length).toBeGreaterThan(10_000);
		// 5 windows x 78 batches, each of less than a page.
		expect(harness.reportRequests).toHaveLength(5 * 78);
		expect(Math.max(...harness.reportRequests.map((request) => idsOf(request)!.length))).toBe(10);
		const windows = new Set(
			harness.reportRequests.map((request) => `${day(request).DateFrom} ${day(request).DateTo}`),
		);
		expect([...windows]).toEqual([
			'2024-01-01 2024-01-07',
			'2024-01-08 2024-01-14',
			'2024-01-15 2024-01-21',
			'2024-01-22 2024-01-28',
			'2024-01-29 2024-01-31',
		]);
	}, 60_000);

	it('T20, T22: "all" sends no campaign filter and loses no row without a placement', async () => {
		const rows = await load({ campaignScope: 'all' });
		expect(sorted(rows)).toEqual(truth());
		expect(rows.some(({ InteractionPlacementId }) => InteractionPlacementId === 0)).toBe(true);
		for (const request of harness.reportRequests) expect(idsOf(request)).toBeUndefined();
	});

	it.each([8, 15, 22, 29])('S1: %i January is loaded once', async (date) => {
		const dayText = `2024-01-${String(date).padStart(2, '0')}`;
		const rows = await load({ fields: ['InteractionTime', 'InteractionDate'] });
		const ofTheDay = rows.filter(({ InteractionTime }) => String(InteractionTime).startsWith(dayText));
		const expected = truth({
			dateFrom: dayText,
			dateTo: dayText,
			fields: ['InteractionTime', 'InteractionDate'],
		});
		expect(sorted(ofTheDay)).toEqual(expected);
	});

	it.each([
		['one day (S2)', '2024-01-01', '2024-01-01', 1],
		['a leap day', '2024-02-29', '2024-02-29', 1],
		['over a leap day', '2024-02-26', '2024-03-04', 2],
		['the end of a month', '2024-04-30', '2024-05-01', 1],
	])('loads %s', async (_name, dateFrom, dateTo, requests) => {
		const rows = await load({ dateFrom, dateTo });
		expect(sorted(rows)).toEqual(truth({ dateFrom, dateTo }));
		expect(rows.length).toBeGreaterThan(0);
		expect(harness.reportRequests).toHaveLength(requests);
	});

	it('pages inside a slice by the rows received (S6, S7)', async () => {
		const rows = await load({ options: { pageSize: 100, daysPerRequest: 31, maxConcurrency: 1 } });
		expect(sorted(rows)).toEqual(truth());
		const offsets = harness.reportRequests.map(({ body }) => (body as { Offset: number }).Offset);
		expect(offsets).toEqual(offsets.map((_offset, page) => page * 100));
		expect(offsets.length).toBeGreaterThan(5);
	});

	it('keeps the order of slices and pages, whatever the concurrency', async () => {
		const options = { pageSize: 50, daysPerRequest: 3 };
		const inOrder = await load({ options: { ...options, maxConcurrency: 1 } });
		const atOnce = await load({ options: { ...options, maxConcurrency: 8 } });
		expect(atOnce).toEqual(inOrder);
	});

	it('T12: "selected" takes ids from the list, as text and from an expression, each once', async () => {
		const [a, b, c] = harness.sandbox.targetAds.placements.map(({ placement_id }) => placement_id);
		const rows = await load({
			campaignScope: 'byId',
			campaignIdList: `${a}, ${b},${b} ${c}`,
		});
		expect(sorted(rows)).toEqual(truth({ placementIds: [a, b, c] }));
		for (const request of harness.reportRequests) expect(idsOf(request)).toEqual([a, b, c]);
	});

	it('S8: "active" leaves out what had no impressions lately, "accessible" does not', async () => {
		const { activeIds, placements } = harness.sandbox.targetAds;
		expect(activeIds.length).toBeLessThan(placements.length);
		await load({ campaignScope: 'active', dateFrom: '2024-01-31', options: { idsPerRequest: 10 } });
		expect(new Set(harness.reportRequests.flatMap((request) => idsOf(request)!))).toEqual(new Set(activeIds));
	});

	it('S9: booleans of the query are written in lower case', async () => {
		await load({ campaignScope: 'active', dateFrom: '2024-01-31' });
		expect(harness.sandbox.requests[0]).toMatchObject({
			path: '/v1/meta/campaigns',
			query: { project_id: '12486', active: 'true' },
		});
	});

	it('adds the days of the slice on request', async () => {
		const rows = await load({ fields: ['InteractionDate'], options: { addSliceColumns: true } });
		for (const { InteractionDate, _dateFrom, _dateTo } of rows) {
			expect(String(_dateFrom) <= String(InteractionDate) && String(InteractionDate) <= String(_dateTo)).toBe(
				true,
			);
		}
		expect(new Set(rows.map(({ _dateFrom }) => _dateFrom)).size).toBe(5);
	});

	it('sends fields and interaction types that the lists lack, from the lists, the text and an expression', async () => {
		await load({
			dateTo: '2024-01-01',
			fields: '={{ ["InteractionTime", "InteractionFuture"] }}',
			interactionTypes: ['Click'],
			options: { otherFields: 'InteractionCity, InteractionTime', otherInteractionTypes: 'Session' },
		});
		expect(harness.reportRequests[0]!.body).toMatchObject({
			ResponseType: 'JSON',
			Fields: ['InteractionTime', 'InteractionFuture', 'InteractionCity'],
			InteractionFilter: { InteractionType: ['Click', 'Session'] },
		});
	});

	it('loads once what input items ask for with an expression of the time that passes', async () => {
		const dates = { dateFrom: '={{ $now.minus({ days: 3 }) }}', dateTo: '={{ $now.minus({ days: 3 }) }}' };
		await harness.run({ ...RAW, ...dates }, { input: [{ json: {} }, { json: {} }, { json: {} }] });
		const asked = harness.reportRequests.map(({ body }) => JSON.stringify(body));
		expect(new Set(asked).size).toBe(asked.length);
	});

	it('gives all rows of an input item one pairedItem object', async () => {
		const input = ['2024-01-02', '2024-01-03'].map((dateTo) => ({ json: { dateTo } }));
		const run = await harness.run({ ...RAW, dateTo: '={{ $json.dateTo }}' }, { input });
		const items = run.items(NODE);
		expect(new Set(items.map(({ pairedItem }) => pairedItem)).size).toBe(2);
		expect(items[0]!.pairedItem).toEqual({ item: 0 });
		expect(items.at(-1)!.pairedItem).toEqual({ item: 1 });
	});

	it('T1, T24: asks /v1/reports/raw_reports, not the path that the page of raw data shows', async () => {
		await load({ dateTo: '2024-01-01' });
		expect(harness.reportRequests[0]).toMatchObject({ method: 'POST', path: '/v1/reports/raw_reports' });
	});
});

describe('Report: Get Raw Data, with a limit', () => {
	// 31 days x 773 campaigns x 2 types x 25 rows: over a million.
	const harness = Harness.ofFile({ targetAds: { rowsPerCell: 25 } });

	it('asks for 50 rows of a report of a million rows, in one request', async () => {
		const run = await harness.run({ ...RAW, returnAll: false, limit: 50 });
		expect(run.json(NODE)).toHaveLength(50);
		expect(harness.reportRequests).toHaveLength(1);
		expect(harness.reportRequests[0]!.body).toMatchObject({ Offset: 0, Limit: 50 });
		expect(run.hints(NODE).join(' ')).toContain('Stopped at the limit');
	});

	it('goes on to further slices until the limit is reached, and not further', async () => {
		harness.sandbox.reset();
		const rows = await harness.rows({
			...RAW,
			returnAll: false,
			limit: 30_000,
			options: { pageSize: 20_000 },
		});
		expect(rows).toHaveLength(30_000);
		const limits = harness.reportRequests.map(({ body }) => (body as { Limit: number }).Limit);
		expect(limits).toEqual([20_000, 10_000]);
	});
});

describe.each(['data', 'Rows'] as const)('T3, T16: an envelope of the form %s', (envelope) => {
	it('is read to its end', async () => {
		const harness = await Harness.open({ targetAds: { envelope, placements: 20, rowsPerCell: 1 } });
		const rows = await harness.rows({ ...RAW, dateTo: '2024-01-07', options: { pageSize: 30 } });
		const truth = harness.sandbox.targetAds.rawRows({
			dateFrom: '2024-01-01',
			dateTo: '2024-01-07',
			interactionTypes: RAW.interactionTypes,
			fields: FIELDS,
		});
		expect(sorted(rows)).toEqual(sorted(truth));
		expect(rows.length).toBeGreaterThan(100);
	});
});
