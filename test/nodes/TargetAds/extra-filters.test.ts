import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { failing, Harness, runOnFakeClock, sorted } from './harness';

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	targetAds: { placements: 12, rowsPerCell: 4 },
});

const DAYS = {
	resource: 'report',
	dateRange: 'custom',
	dateFrom: '2026-02-01',
	dateTo: '2026-02-02',
	returnAll: true,
};
const RAW = { ...DAYS, operation: 'getRaw', fields: ['InteractionTime'], interactionTypes: ['Click'] };
const PATH = { ...DAYS, operation: 'getPathToConversion', pathFields: ['PathPosition', 'TargetEventName'] };
const AGGREGATED = {
	...DAYS,
	operation: 'getAggregated',
	dimensions: ['EventDate'],
	targetMetrics: ['TargetEventCount'],
};

const withFilters = (report: object, extraFilters: string | object, more: object = {}): INodeParameters => ({
	...report,
	options: { extraFilters, ...more } as INodeParameters,
});

describe('extra filters', () => {
	it.each([
		['as JSON', '{"TargetFilter": {"EventName": ["ContactForm"]}}'],
		['of an expression', '={{ ({ TargetFilter: { EventName: ["ContactForm"] } }) }}'],
	])('%s are obeyed by the platform', async (_name, extraFilters) => {
		const rows = await harness.rows(withFilters({ ...AGGREGATED, simplify: false }, extraFilters));
		const question = {
			fields: ['EventDate'],
			mediaMetrics: ['Impressions', 'Clicks'],
			targetMetrics: ['TargetEventCount'],
		};
		const { targetAds } = harness.sandbox;
		expect(sorted(rows)).toEqual(
			sorted(targetAds.aggregatedRows({ ...DAYS, ...question, eventNames: ['ContactForm'] })),
		);
		expect(sorted(rows)).not.toEqual(sorted(targetAds.aggregatedRows({ ...DAYS, ...question })));
	});

	it('join those of the fields, on every page and in every batch', async () => {
		const { accessibleIds } = harness.sandbox.targetAds;
		const report = { ...PATH, campaignScope: 'accessible', eventTypes: ['Purchase'] };
		// The sandbox refuses filters that nobody has documented, as the platform may.
		const extra = { InteractionFilter: { Region: 'Москва' }, TargetFilter: {} };
		const run = await harness.run(withFilters(report, extra, { idsPerRequest: 6 }));
		expect(run.error).toMatchObject(failing('request-invalid', 'InteractionFilter.Region (unknown)'));
		expect(harness.reportRequests[0]!.body).toMatchObject({
			InteractionFilter: { MediaCampaignId: accessibleIds.slice(0, 6), Region: 'Москва' },
			TargetFilter: { DateFrom: '2026-02-01', DateTo: '2026-02-02', EventType: ['Purchase'] },
		});
	});

	it('keep the digits of long numbers', async () => {
		const filters = '{"InteractionFilter": {"Id": [12345678901234567890]}}';
		await runOnFakeClock(harness.sandbox, withFilters(RAW, filters)).catch(() => undefined);
		expect(harness.reportRequests[0]!.text).toContain('"Id":[12345678901234567890]');
	});

	it.each<[string, object, RegExp, RegExp]>([
		['no JSON', withFilters(RAW, '{'), /^Extra Filters \(JSON\) is no valid JSON/, /InteractionFilter/],
		['a list', withFilters(RAW, '[1]'), /is "\[1\]", which is no object/, /Use an object/],
		['a text', withFilters(RAW, '"x"'), /is "x", which is no object/, /Use an object/],
		['another key', withFilters(RAW, '{"Filter": {}}'), /contains "Filter"/, /Use an object/],
		[
			'no filters in a key',
			withFilters(RAW, '{"TargetFilter": 1}'),
			/no object as its TargetFilter/,
			/Use an object/,
		],
		[
			'a filter of the dates',
			withFilters(RAW, '{"InteractionFilter": {"DateFrom": "2026-01-01"}}'),
			/contains InteractionFilter\.DateFrom, which the node sets itself/,
			/Use Date Range/,
		],
		[
			'campaigns, which would leave out others unseen',
			withFilters(AGGREGATED, '{"InteractionFilter": {"MediaCampaignId": [1]}}'),
			/contains InteractionFilter\.MediaCampaignId/,
			/Use Campaigns/,
		],
		[
			'event types',
			withFilters(PATH, '{"TargetFilter": {"EventType": ["Purchase"]}}'),
			/contains TargetFilter\.EventType/,
			/Use Event Type Names or IDs/,
		],
		[
			'an empty filter (T22)',
			withFilters(RAW, '{"TargetFilter": {"Name": []}}'),
			/nothing in TargetFilter\.Name/,
			/out/,
		],
		[
			'a flat job, which has no room for them (T6)',
			withFilters({ ...RAW, delivery: 'job' }, '{"InteractionFilter": {"Region": 1}}', { jobFormat: 'flat' }),
			/^Job Format is Flat/,
			/Remove Extra Filters/,
		],
	])('refuse %s before any request', async (_name, parameters, message, advice) => {
		const run = await harness.run({ ...parameters });
		expect(run.error).toMatchObject(failing('request-invalid', message, advice));
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('of a name that every object has are filters like others', async () => {
		await runOnFakeClock(
			harness.sandbox,
			withFilters(RAW, '{"InteractionFilter": {"constructor": ["x"]}}'),
		).catch(() => undefined);
		expect(harness.reportRequests[0]!.text).toContain('"constructor":["x"]');
	});
});
