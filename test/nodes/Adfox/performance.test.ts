import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { shortWaitsInThisFile } from '../../support/of-file';
import { expectSums, expectTable, total } from '../support/performance';
import { Harness, jsonOf, runOnFakeClock } from './harness';

shortWaitsInThisFile();

const DAYS = { dateFrom: '2026-01-01', dateTo: '2026-01-31' };
const PERFORMANCE = {
	...{ resource: 'report', operation: 'getPerformance', returnAll: true, dateRange: 'custom' },
	...DAYS,
};

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00.000Z'),
	adfox: { banners: 40, reportRequestsPerMinute: 0 },
});
const load = async (changes: INodeParameters = {}) =>
	jsonOf((await runOnFakeClock(harness.sandbox, { ...PERFORMANCE, ...changes })).items);
const truth = (dimensions: readonly string[]) =>
	harness.sandbox.adfox.reportRows({
		metrics: ['loads_commercial', 'clicks_commercial'],
		dimensions,
		...DAYS,
	});

describe('Report: Get Ad Performance', () => {
	it.each([
		['account', ['date']],
		['campaign', ['date', 'campaign_id']],
		['ad', ['date', 'campaign_id', 'banner_id']],
	] as const)(
		'has a row per %s and day, with the sums of the platform',
		async (performanceLevel, dimensions) => {
			const rows = await load({ performanceLevel });
			expectTable(rows, 'adfox', performanceLevel);
			const own = truth(dimensions);
			expectSums(rows, {
				impressions: total(own, ({ loads_commercial: loads }) => loads),
				clicks: total(own, ({ clicks_commercial: clicks }) => clicks),
				spend: null,
				conversions: null,
			});
		},
	);

	it('names campaigns and banners by their IDs, as text', async () => {
		const byId = new Map(harness.sandbox.adfox.banners.map((banner) => [String(banner.ID), banner]));
		for (const row of await load({ performanceLevel: 'ad' })) {
			const banner = byId.get(String(row.ad_id))!;
			expect([row.ad_name, row.campaign_id]).toEqual([banner.name, String(banner.campaignID)]);
			expect(row.row_key).toBe(
				`adfox||${String(row.campaign_id)}||${String(row.ad_id)}|${String(row.date_day)}`,
			);
		}
	});

	it('has the owner as its account where one is asked for', async () => {
		const rows = await load({ options: { ownerId: '17' } });
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) expect(row.account_id).toBe('17');
		const order = harness.sandbox.requests.find(({ method }) => method === 'POST')!;
		expect(order.body).toMatchObject({ ownerId: 17, dimensions: ['date', 'campaign_id', 'campaign_name'] });
	});
});
