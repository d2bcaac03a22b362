import { expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { Harness, ofPublisher, publisherOf, runOnFakeClock } from './harness';

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	promoPages: { campaigns: [6, 4], reportPolls: 0 },
});

const DAYS = { mskDateFrom: '2026-02-27', mskDateTo: '2026-02-28' };
const publisherId = () => publisherOf(harness.sandbox);
const campaignIds = () =>
	harness.sandbox.promoPages
		.campaigns(publisherId())
		.slice(0, 2)
		.map(({ id }) => id);
const OPTIONS = { daysPerRequest: 30, idsPerRequest: 50 };
const POLLING = { pollInterval: 1, pollTimeout: 100 };

it.each<[string, INodeParameters, string, string]>([
	[
		'get',
		{ level: 'previews', trafficSource: 'rsya', options: { ...OPTIONS, ...POLLING } },
		'/reports/campaigns-previews-daily-stats',
		'rsya',
	],
	[
		'create',
		{ level: 'publications', trafficSource: 'ya_search', options: OPTIONS },
		'/reports/campaigns-publications-daily-stats',
		'ya_search',
	],
	[
		'getPerformance',
		{ performanceLevel: 'ad', options: { ...OPTIONS, ...POLLING, includeEmptyDays: true } },
		'/reports/campaigns-publications-daily-stats',
		'total',
	],
])('%s goes out whole with every option set', async (operation, report, path, trafficSource) => {
	const { mskDateFrom: dateFrom, mskDateTo: dateTo } = DAYS;
	const days = { dateRange: 'custom', dateFrom, dateTo, returnAll: true };
	const scope = { ...ofPublisher(publisherId()), campaignScope: 'selected', campaignIds: campaignIds() };
	await runOnFakeClock(harness.sandbox, { resource: 'report', operation, ...days, ...scope, ...report });
	const orders = harness.sandbox.requests.filter(({ method }) => method === 'POST');
	expect(orders.map((order) => ({ path: order.path, query: order.query, body: order.body }))).toEqual([
		{
			...{ path, query: {} },
			body: { publisherId: publisherId(), campaignIds: campaignIds(), ...DAYS, trafficSource },
		},
	]);
});

it('an order that was fetched goes out whole', async () => {
	const reportId = harness.sandbox.promoPages.readyReport({
		publisherId: publisherId(),
		...{ dateFrom: DAYS.mskDateFrom, dateTo: DAYS.mskDateTo },
	});
	await runOnFakeClock(harness.sandbox, {
		...{ resource: 'report', operation: 'fetch', reportId, publisherId: publisherId(), returnAll: true },
	});
	expect(harness.sandbox.requests[0]).toMatchObject({
		...{ method: 'GET', path: `/reports/${reportId}`, query: { format: 'json' } },
	});
});
