import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { expectSums, expectTable, total } from '../support/performance';
import { jsonOf, NOW, runOnFakeClock } from './harness';

const DAYS = { dateFrom: '2026-02-20', dateTo: '2026-02-28' };
const PERFORMANCE = {
	...{ resource: 'report', operation: 'getPerformance', returnAll: true, dateRange: 'custom' },
	...DAYS,
};

const sandbox = ofFile(async () =>
	startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 40, banners: 60, adPlans: 12 } }),
);
const load = async (changes: INodeParameters = {}) =>
	jsonOf((await runOnFakeClock(sandbox, { ...PERFORMANCE, ...changes })).items);

type Base = Record<string, unknown> & { vk?: Record<string, unknown> };
const baseOf = (row: Record<string, unknown>) => row.base as Base;

describe('Report: Get Ad Performance', () => {
	it.each([
		['account', 'users'],
		['campaign', 'ad_plans'],
		['ad_group', 'ad_groups'],
		['ad', 'banners'],
	] as const)(
		'has a row per %s and day, with the sums of the platform',
		async (performanceLevel, objectType) => {
			const rows = await load({ performanceLevel });
			expectTable(rows, 'vk_ads', performanceLevel);
			const own = [...sandbox.myTarget.statistics({ objectType, ...DAYS })];
			expectSums(rows, {
				impressions: total(own, (row) => baseOf(row).shows),
				clicks: total(own, (row) => baseOf(row).clicks),
				spend: total(own, (row) => baseOf(row).spent),
				conversions: total(own, (row) => {
					const { vk, goals } = baseOf(row);
					return vk?.result ?? vk?.goals ?? goals;
				}),
			});
		},
	);

	it('says of an ad which group and campaign it belongs to', async () => {
		const { banners, adGroups, adPlans } = sandbox.myTarget;
		let named = 0;
		for (const row of await load({ performanceLevel: 'ad' })) {
			const banner = banners.find(({ id }) => String(id) === row.ad_id)!;
			const group = adGroups.find(({ id }) => id === banner.ad_group_id)!;
			const plan = adPlans.find(({ id }) => id === group.ad_plan_id);
			named += plan === undefined ? 0 : 1;
			expect(row).toMatchObject({
				ad_name: banner.name,
				...{ ad_group_id: String(group.id), ad_group_name: group.name },
				...{
					campaign_id: group.ad_plan_id === null ? null : String(group.ad_plan_id),
					campaign_name: plan?.name ?? null,
				},
			});
		}
		expect(named).toBeGreaterThan(0);
	});

	it('leaves out days without anything, unless they are wanted', async () => {
		const all = await load({ options: { includeEmptyDays: true } });
		const rows = await load();
		expect(all.length).toBeGreaterThan(rows.length);
		expect(all).toHaveLength([...sandbox.myTarget.statistics({ objectType: 'ad_plans', ...DAYS })].length);
	});
});
