import { describe, expect, it } from '@jest/globals';

import { Harness, idsOf, NODE, sorted } from './harness';

const AGGREGATED = {
	resource: 'report',
	operation: 'getAggregated',
	dimensions: ['EventDate', 'MediaCampaign'],
	mediaMetrics: ['Impressions', 'Clicks', 'CTR', 'Reach', 'PartOfGIVT'],
	targetMetrics: ['TargetEventCount', 'TargetEcomAmount'],
	dateRange: 'custom',
	dateFrom: '2024-01-01',
	dateTo: '2024-01-31',
	returnAll: true,
};

const harness = Harness.ofFile({ targetAds: { placements: 60, rowsPerCell: 1 } });

const load = async (changes: object = {}) => harness.rows({ ...AGGREGATED, ...changes });
const attempt = async (changes: object) => harness.run({ ...AGGREGATED, ...changes });
const truth = ({
	dimensions = AGGREGATED.dimensions,
	...question
}: { dimensions?: string[]; [name: string]: unknown } = {}) => [
	...harness.sandbox.targetAds.aggregatedRows({ ...AGGREGATED, fields: dimensions, ...question }),
];

describe('Report: Get Aggregated Data', () => {
	it('gives the rows of the platform, cut by days where each row has its day (T3, T4)', async () => {
		const rows = await load({ simplify: false });
		expect(sorted(rows)).toEqual(sorted(truth()));
		expect(rows.length).toBeGreaterThan(500);
		expect(harness.reportRequests).toHaveLength(5);
	});

	it('T4: turns metrics into numbers when simplified, under whatever case they arrive, and nothing else', async () => {
		const rows = await load();
		const expected = truth().map((row) =>
			Object.fromEntries(
				Object.entries(row).map(([column, value]) => [
					column,
					['EventDate', 'MediaCampaign'].includes(column) || value === '' ? value : Number(value),
				]),
			),
		);
		expect(sorted(rows)).toEqual(sorted(expected));
		expect(typeof rows[0]!.PartOfGivt).toBe('number');
	});

	it('T17: sends the attribution window as text, and the rest as documented', async () => {
		await load({ attributionWindow: '={{ 7 }}', eventTypes: ['Purchase'], dateTo: '2024-01-01' });
		expect(harness.reportRequests[0]!.body).toEqual({
			ResponseType: 'JSON',
			Fields: AGGREGATED.dimensions,
			MediaMetrics: AGGREGATED.mediaMetrics,
			TargetMetrics: AGGREGATED.targetMetrics,
			InteractionFilter: { DateFrom: '2024-01-01', DateTo: '2024-01-01' },
			TargetFilter: { EventType: ['Purchase'] },
			AttributionModel: 'mli',
			AttributionWindow: '7',
			DateGrouping: 'day',
			Offset: 0,
			Limit: 100_000,
		});
	});

	it.each([
		['without EventDate (T18)', { dimensions: ['MediaCampaign'] }, 'day'],
		['grouped by weeks', { dateGrouping: 'week' }, 'week'],
	])(
		'T19: is one request %s, since its rows would be parts of sums',
		async (_name, parameters, dateGrouping) => {
			const rows = await load({ ...parameters, simplify: false });
			expect(sorted(rows)).toEqual(sorted(truth({ ...parameters, dateGrouping })));
			expect(harness.reportRequests).toHaveLength(1);
		},
	);

	it('T19: refuses to be cut by days where that would be wrong', async () => {
		const run = await attempt({ dimensions: ['MediaCampaign'], options: { daysPerRequest: 7 } });
		expect(run.error).toMatchObject({
			message: expect.stringContaining('Days per Request'),
			description: expect.stringContaining('EventDate'),
		});
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('T19: is not split by days or campaigns on failure either', async () => {
		harness.sandbox.faults.add({ path: /agg_report/, fault: { kind: 'status', status: 413 } });
		await attempt({ dimensions: ['MediaCampaign'] });
		expect(harness.reportRequests).toHaveLength(1);
	});

	it('T18: says that a grouping has no effect without EventDate', async () => {
		const run = await attempt({ dimensions: ['MediaCampaign'], dateGrouping: 'week' });
		expect(run.hints(NODE).join(' ')).toContain('no effect without Date (EventDate)');
	});

	it('sends all selected campaigns in one request, and tells when that is more than is known to work (3.5)', async () => {
		const campaignIds = harness.sandbox.targetAds.accessibleIds.slice(0, 15).map(String);
		const rows = await load({ campaignScope: 'selected', campaignIds, simplify: false });
		expect(sorted(rows)).toEqual(sorted(truth({ placementIds: campaignIds.map(Number) })));
		for (const request of harness.reportRequests) expect(idsOf(request)).toHaveLength(15);
		const own = await Harness.open({ targetAds: { placements: 30, maxIdsAggregated: 100 } });
		const run = await own.run({ ...AGGREGATED, campaignScope: 'accessible' });
		expect(run.hints(NODE).join(' ')).toContain('30 campaigns in one request');
	});

	it.each([1, undefined])('has to reach the count that an answer named (by %s answers)', async (times) => {
		harness.sandbox.faults.add({ path: /agg_report/, times, fault: { kind: 'counts-more', by: 4 } });
		const run = await attempt({ dateTo: AGGREGATED.dateFrom });
		expect(run.error?.message).toMatch(/announced \d+ rows and stopped after|promised more rows/);
	});

	it('pages a long answer, and understands one that ends exactly at a full page', async () => {
		const rows = await load({ simplify: false, options: { pageSize: 60, daysPerRequest: 1 } });
		expect(sorted(rows)).toEqual(sorted(truth()));
	});
});
