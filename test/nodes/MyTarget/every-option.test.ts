import { expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { Harness, NOW, runOnFakeClock } from './harness';

const harness = Harness.ofFile({
	now: () => Date.parse(NOW),
	myTarget: { campaigns: 5, banners: 8, adPlans: 3 },
});

const DAYS = { date_from: '2026-02-27', date_to: '2026-02-28' };
const ids = () => harness.sandbox.myTarget.campaigns.slice(0, 2).map(({ id }) => String(id));
const id = () => ids().join();
const adPlans = () => harness.sandbox.myTarget.adPlans.map((plan) => plan.id).join();
const METRICS = { metrics: ['base'] };
const SETS = 'base,video';
const OPTIONS = { attribution: 'impression', otherMetrics: 'video', daysPerRequest: 7, idsPerRequest: 100 };

it.each<[string, INodeParameters, string, () => object]>([
	[
		'getDaily',
		{ ...METRICS, options: { ...OPTIONS, skipEmptyDays: true } },
		'/api/v2/statistics/campaigns/day.json',
		() => ({ id: id(), ...DAYS, attribution: 'impression', metrics: SETS }),
	],
	[
		'getSummary',
		{ ...METRICS, options: OPTIONS },
		'/api/v2/statistics/campaigns/summary.json',
		() => ({ id: id(), metrics: SETS }),
	],
	[
		'getPeriod',
		{ ...METRICS, options: { ...OPTIONS, pageSize: 70 } },
		'/api/v3/statistics/campaigns/day.json',
		() => ({ id: id(), ...DAYS, attribution: 'impression', fields: SETS, limit: '70', offset: '0' }),
	],
	[
		'getGoals',
		{ conversionType: 'total', options: OPTIONS },
		'/api/v2/statistics/goals/campaigns/day.json',
		() => ({ id: id(), ...DAYS, attribution: 'impression', conversion_type: 'total' }),
	],
	['getFast', { options: OPTIONS }, '/api/v3/statistics/faststat/campaigns.json', () => ({ id: id() })],
	[
		'getPerformance',
		{ performanceLevel: 'campaign', objectScope: 'all', options: { ...OPTIONS, includeEmptyDays: true } },
		'/api/v2/statistics/ad_plans/day.json',
		() => ({ id: adPlans(), ...DAYS, attribution: 'impression', metrics: 'base' }),
	],
])('%s goes out whole with every option set', async (operation, report, path, query) => {
	const days = { dateRange: 'custom', dateFrom: DAYS.date_from, dateTo: DAYS.date_to, returnAll: true };
	const scope = { objectType: 'campaigns', objectScope: 'selected', campaignIds: ids() };
	// What comes back is another matter.
	await runOnFakeClock(harness.sandbox, {
		resource: 'report',
		operation,
		...days,
		...scope,
		...report,
	}).catch(() => undefined);
	const [first] = harness.sandbox.requests.filter((request) => request.path.includes('/statistics/'));
	expect({ path: first?.path, query: first?.query }).toEqual({ path, query: query() });
});
