import { beforeAll, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { shortWaitsInThisFile } from '../../support/of-file';
import { expectSums, expectTable, total } from '../support/performance';
import { Harness, jsonOf, ofPublisher, publisherOf, runOnFakeClock } from './harness';

shortWaitsInThisFile();

const DAYS = { dateFrom: '2026-01-01', dateTo: '2026-01-07' };
const PERFORMANCE = {
	...{ resource: 'report', operation: 'getPerformance', returnAll: true, dateRange: 'custom' },
	...DAYS,
};

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	promoPages: { campaigns: [30], reportPolls: 2 },
});
let publisherId: string;
beforeAll(() => {
	publisherId = publisherOf(harness.sandbox);
});
const load = async (changes: INodeParameters = {}) =>
	jsonOf(
		(await runOnFakeClock(harness.sandbox, { ...PERFORMANCE, ...ofPublisher(publisherId), ...changes }))
			.items,
	);
const truth = (level: 'campaigns' | 'publications') => [
	...harness.sandbox.promoPages.statistics({ publisherId, level, ...DAYS }),
];

describe('Report: Get Ad Performance', () => {
	it.each([
		['campaign', 'campaigns'],
		['ad', 'publications'],
	] as const)('has a row per %s and day, with the sums of the platform', async (performanceLevel, own) => {
		const rows = await load({ performanceLevel });
		expectTable(rows, 'promopages', performanceLevel);
		const lines = truth(own);
		expectSums(rows, {
			impressions: total(lines, ({ impressions }) => impressions),
			clicks: total(lines, ({ clicks }) => clicks),
			spend: total(lines, ({ budget }) => budget),
			conversions: null,
		});
	});

	it('names accounts and campaigns, and makes up neither currency nor conversions', async () => {
		const { publisher } = harness.sandbox.promoPages.publishers.find(
			({ publisher: { id } }) => id === publisherId,
		)!;
		const { campaignId } = truth('campaigns').find(({ impressions }) => impressions > 0)!;
		const { title } = harness.sandbox.promoPages.campaigns(publisherId).find(({ id }) => id === campaignId)!;
		const rows = await load({ campaignScope: 'byId', campaignIdList: campaignId });
		for (const row of rows) {
			expect(row).toMatchObject({
				account_id: publisherId,
				account_name: publisher.name,
				campaign_id: campaignId,
				campaign_name: title,
				currency: null,
				conversions: null,
			});
			expect(row.row_key).toBe(`promopages|${publisherId}|${campaignId}|${String(row.date_day)}`);
		}
	});

	it('has days on which nothing happened on request', async () => {
		const rows = await load();
		const all = await load({ options: { includeEmptyDays: true } });
		const isEmpty = (row: object) => {
			const { impressions, clicks, spend } = row as Record<string, unknown>;
			return [impressions, clicks, spend].every((value) => value === 0 || value === null);
		};
		expect(all).toHaveLength(truth('campaigns').length);
		expect(rows).toEqual(all.filter((row) => !isEmpty(row)));
	});
});
