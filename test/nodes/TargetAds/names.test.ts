import { describe, expect, it } from '@jest/globals';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { builtPackage } from '../../setup/built-package';
import { failing, Harness, jsonOf, runOnFakeClock, sorted } from './harness';

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	targetAds: { placements: 12, rowsPerCell: 4 },
});

/** With its clock on today, as the node's own is on n8n's engine. */
const today = Harness.ofFile({ targetAds: { placements: 200, rowsPerCell: 1 } });

const DAYS = { resource: 'report', dateRange: 'custom', dateFrom: '2026-02-01', dateTo: '2026-02-02' };
const RAW = { ...DAYS, operation: 'getRaw', fields: ['InteractionTime'], interactionTypes: ['Click'] };
const PATH = { ...DAYS, operation: 'getPathToConversion', pathFields: ['PathPosition'] };
const AGGREGATED = { ...DAYS, operation: 'getAggregated', dimensions: ['EventDate'] };

const { properties } = builtPackage().nodes.find(
	({ description }) => description.name === 'targetAds',
)!.description;
const shownFor = (operation: string) => (property: INodeProperties) =>
	property.displayOptions?.show?.operation?.includes(operation) === true;
const namesOf = (operation: string) => properties.filter(shownFor(operation)).map(({ name }) => name);

describe('what a new node does', () => {
	it('is the aggregated report, whole', async () => {
		const first = (name: string, of?: string) =>
			properties.find(
				(property) =>
					property.name === name && (of === undefined || property.displayOptions?.show?.resource?.[0] === of),
			)!.default;
		expect([first('resource'), first('operation', 'report')]).toEqual(['report', 'getAggregated']);
		const rows = await today.rows({ resource: 'report', operation: 'getAggregated' });
		const days = new Set(rows.map(({ EventDate }) => String(EventDate)));
		expect(days.size).toBe(7);
		const [dateFrom, dateTo] = [[...days].sort()[0]!, [...days].sort().at(-1)!];
		const question = { fields: ['EventDate', 'MediaCampaign'], mediaMetrics: ['Impressions', 'Clicks'] };
		const truth = [...today.sandbox.targetAds.aggregatedRows({ ...question, dateFrom, dateTo })];
		expect(rows.map(({ MediaCampaign }) => MediaCampaign).sort()).toEqual(
			truth.map(({ MediaCampaign }) => MediaCampaign).sort(),
		);
		expect(rows.length).toBeGreaterThan(500);
	});

	it.each(['getRaw', 'getPathToConversion'])(
		'is 50 rows where there may be millions: %s',
		async (operation) => {
			expect(await today.rows({ resource: 'report', operation })).toHaveLength(50);
		},
	);

	it('is 50 rows and a note for an agent', async () => {
		const tool = { type: 'n8n-nodes-ru-ads.targetAdsTool' };
		const report = { resource: 'report', operation: 'getAggregated' };
		const { items } = await runOnFakeClock(harness.sandbox, report, undefined, tool);
		expect(items).toHaveLength(51);
		expect(items.at(-1)!.json).toEqual({ note: expect.stringContaining('limit of 50 rows') });
	});

	it('on a path has campaigns and weights', async () => {
		const rows = await today.rows({ resource: 'report', operation: 'getPathToConversion' });
		for (const { InteractionMediaCampaignName, Weight_MLI } of rows)
			expect([typeof InteractionMediaCampaignName, typeof Weight_MLI]).toEqual(['string', 'number']);
	});
});

it('every operation says what comes', () => {
	for (const { displayOptions, options } of properties.filter(({ name }) => name === 'operation'))
		for (const option of options as INodePropertyOptions[])
			expect([displayOptions!.show!.resource, option.description]).toEqual([
				displayOptions!.show!.resource,
				expect.stringMatching(/ID|item|type|valid|row/),
			]);
});

describe('another operation', () => {
	const reports = ['getRaw', 'getPathToConversion', 'getAggregated'];

	it('takes no columns along', () => {
		const lists = ['fields', 'pathFields', 'dimensions', 'interactionTypes', 'pathInteractionTypes'];
		const own = reports.map((operation) => namesOf(operation).filter((name) => lists.includes(name)));
		expect(own).toEqual([
			['fields', 'interactionTypes'],
			['pathFields', 'pathInteractionTypes'],
			['dimensions'],
		]);
	});

	it('takes no other names along either', () => {
		const others = reports.map((operation) =>
			properties
				.filter(({ name }) => name === 'options')
				.find(shownFor(operation))!
				.options!.map(({ name }) => name)
				.filter((name) => name.startsWith('other')),
		);
		// Both count target events by their type.
		const shared = ['otherEventTypes'];
		const all = others.flat().filter((name) => !shared.includes(name));
		expect(new Set(all).size).toBe(all.length);
	});
});

describe('a name of another report', () => {
	it.each<[string, object, RegExp]>([
		[
			'of the path in raw data',
			{ ...RAW, fields: ['PathPosition'] },
			/^Fields contains "PathPosition".*Get Path/,
		],
		['of sums in raw data', { ...RAW, fields: ['MediaCampaign'] }, /^Fields contains.*a dimension/],
		[
			'of a metric in raw data',
			{ ...RAW, options: { otherFields: 'Clicks' } },
			/^Other Fields contains.*metric/,
		],
		[
			'of raw data in sums',
			{ ...AGGREGATED, dimensions: ['InteractionUrlPath'] },
			/^Dimensions contains.*Get Raw/,
		],
		['of both in sums', { ...AGGREGATED, dimensions: ['InteractionTime'] }, /^Dimensions contains.*Get Raw/],
		[
			'of the path in sums',
			{ ...AGGREGATED, options: { otherDimensions: 'MLI30' } },
			/^Other Dimensions contains/,
		],
		[
			'of raw data in metrics',
			{ ...AGGREGATED, mediaMetrics: ['InteractionTime'] },
			/^Media Metrics contains/,
		],
		[
			'of the other metrics',
			{ ...AGGREGATED, mediaMetrics: ['TargetEventCount'] },
			/contains.*a target metric/,
		],
		[
			'of media in target metrics',
			{ ...AGGREGATED, targetMetrics: ['Reach'] },
			/^Target Metrics.*a media metric/,
		],
		['of sums in the path', { ...PATH, pathFields: ['EventDate'] }, /^Path Fields contains.*a dimension/],
		[
			'of a metric in the path',
			{ ...PATH, options: { otherPathFields: 'GIVT' } },
			/^Other Path Fields contains/,
		],
		[
			'that is an ID',
			{ ...RAW, interactionTypes: ['12345'] },
			/^Interaction Types contains "12345", which is an ID/,
		],
	])('%s is refused before any request', async (_name, parameters, message) => {
		const run = await harness.run({ ...parameters });
		expect(run.error).toMatchObject(failing('request-invalid', message, /Take it out/));
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('T1: of an interaction may well be one of the path', async () => {
		const pathFields = ['PathPosition', 'InteractionPlacementId'];
		const rows = await harness.rows({ ...PATH, pathFields, returnAll: true });
		expect(sorted(rows)).toEqual(sorted(harness.sandbox.targetAds.pathRows({ ...DAYS, fields: pathFields })));
	});

	it('is sent where nobody knows it', async () => {
		await runOnFakeClock(harness.sandbox, { ...RAW, fields: ['InteractionCity'], returnAll: true });
		expect(harness.reportRequests[0]!.body).toMatchObject({ Fields: ['InteractionCity'] });
	});
});

describe('the lists', () => {
	const lists = properties.filter(({ type, options }) => type === 'multiOptions' && options !== undefined);

	it('call every name by words of their own, and no two alike', () => {
		for (const { options } of lists) {
			const labels = options!.map(({ name }) => name);
			expect(new Set(labels).size).toBe(labels.length);
			for (const label of labels) expect(label).not.toMatch(/^(Interaction|Path|Target|Event|Media)[A-Z]|_/);
		}
	});

	it('take a model that the list lacks', async () => {
		const options = { otherAttributionModel: 'mfi' };
		const { items } = await runOnFakeClock(harness.sandbox, { ...AGGREGATED, options });
		expect(jsonOf(items).length).toBeGreaterThan(0);
		expect(harness.reportRequests[0]!.body).toMatchObject({ AttributionModel: 'mfi' });
	});
});
