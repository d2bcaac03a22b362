import { describe, expect, it } from '@jest/globals';

import { expectSums, expectTable, total } from '../support/performance';
import { answer, Harness, NODE } from './harness';

const DAYS = { dateFrom: '2024-01-01', dateTo: '2024-01-10' };
const PERFORMANCE = {
	...{ resource: 'report', operation: 'getPerformance', returnAll: true, dateRange: 'custom' },
	...DAYS,
};

const harness = Harness.ofFile({ targetAds: { placements: 30, rowsPerCell: 1 } });

const run = async (changes: object = {}) => harness.run({ ...PERFORMANCE, ...changes });
const load = async (changes: object = {}) => harness.rows({ ...PERFORMANCE, ...changes });
const truth = (fields: readonly string[]) => [
	...harness.sandbox.targetAds.aggregatedRows({
		fields: [...fields],
		mediaMetrics: ['Impressions', 'Clicks'],
		targetMetrics: ['TargetEventCount'],
		...DAYS,
	}),
];

describe('Report: Get Ad Performance', () => {
	it.each([
		['account', ['EventDate']],
		['campaign', ['EventDate', 'MediaCampaign']],
	] as const)('has a row per %s and day, with the sums of the platform', async (performanceLevel, fields) => {
		const rows = await load({ performanceLevel });
		expectTable(rows, 'targetads', performanceLevel);
		const own = truth(fields);
		expectSums(rows, {
			impressions: total(own, ({ Impressions }) => Impressions),
			clicks: total(own, ({ Clicks }) => Clicks),
			spend: null,
			conversions: total(own, ({ TargetEventCount }) => TargetEventCount),
		});
	});

	const placements = () => harness.sandbox.targetAds.placements;

	it('joins names to IDs', async () => {
		const ids = new Map(placements().map(({ placement_name: name, placement_id: id }) => [name, String(id)]));
		const done = await run();
		for (const { campaign_id: id, campaign_name: name } of done.json(NODE))
			expect(id).toBe(ids.get(String(name)));
		expect(done.hints(NODE).join(' ')).not.toContain('campaign_id is empty');
	});

	it('gives a name that two campaigns share to neither, keeps its rows, and says so', async () => {
		const [first, second, ...others] = placements();
		const shared = [first!, { ...second!, placement_name: first!.placement_name }, ...others];
		const body = JSON.stringify({ campaigns: shared, count: shared.length });
		harness.sandbox.faults.add({ path: '/v1/meta/campaigns', fault: answer(200, body) });
		const done = await run();
		const rows = done.json(NODE);
		expectTable(rows, 'targetads', 'campaign');
		const ofName = rows.filter(({ campaign_name: name }) => name === first!.placement_name);
		expect(ofName.length).toBeGreaterThan(0);
		for (const { campaign_id: id } of ofName) expect(id).toBeNull();
		expect(done.hints(NODE).join(' ')).toContain('1 name of campaigns belongs to several of them');
	});

	it.each([false, true])(
		'tells of a row without a day, which is none of the table (empty days: %p)',
		async (all) => {
			const day = { EventDate: '2024-01-01', MediaCampaign: 'Spring', Impressions: 3, Clicks: 1 };
			const answered = answer(200, { data: [{ odd: 1 }, day, { ...day, EventDate: null }], count: 3 });
			harness.sandbox.faults.add({ path: /agg_report/, fault: answered });
			const done = await run({ dateTo: DAYS.dateFrom, options: { includeEmptyDays: all } });
			expect(done.json(NODE).map(({ date_day }) => date_day)).toEqual(['2024-01-01']);
			expect(done.hints(NODE).join(' ')).toContain('2 rows came without a day and are not in the table.');
		},
	);
});
