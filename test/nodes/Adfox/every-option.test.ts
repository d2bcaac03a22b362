import { expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId, Harness, runOnFakeClock } from './harness';

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	adfox: { banners: 10, campaigns: 5, reportPolls: 0 },
});

const dateRange = { from: '2026-02-27', to: '2026-02-28' };
const values = [
	{ field: ' campaign_id ', operator: 'in', value: '[1, "2"]' },
	{ field: 'banner_id', operator: ' gt ', value: '7' },
];
const IDS = { objectId: '07', ownerId: '5' };

it.each<[string, INodeParameters, string, object]>([
	[
		'of metrics and dimensions',
		{
			...{ metrics: ['clicks_total'], dimensions: ['date'], filters: { conditions: { values } } },
			options: { ...IDS, otherMetrics: 'ctr', otherDimensions: 'campaign_id' },
		},
		'/v2/reports',
		{
			metrics: ['clicks_total', 'ctr'],
			dimensions: ['date', 'campaign_id'],
			filters: [
				{ field: 'campaign_id', operator: 'in', value: [1, '2'] },
				{ field: 'banner_id', operator: 'gt', value: '7' },
			],
			dateRange,
			limit: 1_000_000,
			ownerId: 5,
		},
	],
	[
		'that is saved',
		{
			...{ metrics: ['ctr'], dimensions: ['date'], level: 'campaign', reportName: byId('days') },
			options: IDS,
		},
		'/v2/reports/days',
		{ level: 'campaign', objectId: 7, dateRange, ownerId: 5 },
	],
])('a report %s goes out whole with every option set', async (_name, report, path, body) => {
	const days = { dateRange: 'custom', dateFrom: dateRange.from, dateTo: dateRange.to, returnAll: true };
	// What comes back is another matter: the account has no such owner.
	await runOnFakeClock(harness.sandbox, { resource: 'report', operation: 'get', ...days, ...report }).catch(
		() => undefined,
	);
	const [first] = harness.sandbox.requests.filter(({ method }) => method === 'POST');
	expect({ path: first?.path, body: first?.body }).toEqual({ path, body });
});
