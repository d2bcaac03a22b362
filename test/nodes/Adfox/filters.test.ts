import { describe, expect, it } from '@jest/globals';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { Adfox } from '../../../nodes/Adfox/Adfox.node';
import { campaign } from '../../../nodes/Adfox/catalogue/campaign';
import { pairs, refuseEmptyIdFilters } from '../../../nodes/Adfox/objects/sent-values';
import { byId, Harness, NODE } from './harness';

const harness = Harness.ofFile({ adfox: { campaigns: 3, banners: 3 } });

const LISTED = [
	{ name: 'superCampaignID', type: 'id', required: false },
	{ name: 'listCampaignIDs', type: 'ids', required: false },
	{ name: 'search', type: 'text', required: false },
] as const;

describe('a filter by IDs', () => {
	it.each([0, '0', '', ' ', null, undefined, [], [5], 'x', -1, true])('refuses %p as an ID', (value) => {
		expect(() => {
			refuseEmptyIdFilters({ superCampaignID: value }, LISTED);
		}).toThrow(/^Super Campaign ID is /);
	});

	it.each([0, '', ' , ', null, undefined, [], [0], ['1', '0']])('refuses %p as a list of IDs', (value) => {
		expect(() => {
			refuseEmptyIdFilters({ listCampaignIDs: value }, LISTED);
		}).toThrow(/^Campaign IDs (is|contains) /);
	});

	it('takes IDs, and lets other filters be empty or absent', () => {
		expect(() => {
			refuseEmptyIdFilters({ superCampaignID: byId(7), listCampaignIDs: [1, '2'], search: '' }, LISTED);
			refuseEmptyIdFilters({}, LISTED);
		}).not.toThrow();
	});

	it.each([
		['campaign', { superCampaignID: '={{ $json.missing }}' }],
		['campaign', { superCampaignID: 0 }],
		['banner', { listCampaignIDs: '={{ [] }}' }],
		['zone', { actionObjectID2: '={{ null }}' }],
	])('reads no %s at all with %p', async (resource, filters) => {
		const run = await harness.run({ resource, operation: 'getAll', returnAll: true, filters });
		expect(run.error?.message).toMatch(/which would stand for all of them|which is no ID/);
		expect(harness.sandbox.requests).toEqual([]);
	});
});

describe('an ID from an expression', () => {
	const id = { name: 'assistantID', type: 'id', required: false } as const;

	it.each([[[5]], [{}], [{ id: 5 }], [{ value: [5] }], [true], [1.5], [Number.NaN]])(
		'refuses %p',
		(value) => {
			expect(() => pairs(id, value, () => undefined)).toThrow(/^Assistant ID is .*, which is no ID\.$/);
		},
	);

	it.each<[unknown, string]>([
		[5, '5'],
		[0, '0'],
		[' 7 ', '7'],
		['', ''],
		[byId(9), '9'],
	])('sends %p as "%s"', (value, text) => {
		expect(pairs(id, value, () => undefined)).toEqual([['assistantID', text]]);
	});
});

it.each([
	['date', '\t25.04.2026\n', '2026-04-25'],
	['date', '', ''],
	['dateTime', '2026-04-25', '2026-04-25'],
	['dateTime', '\t25.04.2026\n', '2026-04-25'],
	['dateTime', '2026-04-25T11:00:00', '2026-04-25 11:00'],
	['dateTime', '2026-04-25T11:00:00Z', '2026-04-25 14:00'],
	['dateTime', '', ''],
] as const)('a %s %p is sent as "%s"', (type, value, text) => {
	expect(pairs({ name: 'dateStart', type, required: false }, value, () => undefined)).toEqual([
		['dateStart', text],
	]);
});

describe('Campaign: Get Many', () => {
	const { properties } = new Adfox().description;
	const filters = properties.find(
		({ name, displayOptions: { show } = {} }) =>
			name === 'filters' && show?.resource?.[0] === 'campaign' && show.operation?.[0] === 'getAll',
	);

	it.each([
		['02.03.2026', '2026-03-02', false],
		['2026-03-02T00:00:00+05:00', '2026-03-02', false],
		['2026-03-02T01:30:00+05:00', '2026-03-01', true],
	])('takes the day %s for %s, and tells where it becomes another one', async (given, day, told) => {
		const dates = { filters: { dateAddedFrom: given } };
		const run = await harness.run({ resource: 'campaign', operation: 'getAll', ...dates });
		expect(harness.sandbox.requests[0]!.query).toMatchObject({ dateAddedFrom: day });
		expect(run.hints(NODE).join(' ').includes(`which is ${day} in Europe/Moscow`)).toBe(told);
	});

	it('offers no view of one campaign (sheet 2.3)', () => {
		const options = (filters?.options ?? []) as INodeProperties[];
		const names = options.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['search', 'show', 'superCampaignID']));
		expect(names).not.toEqual(expect.arrayContaining(['criteriaID']));
		expect(names).not.toEqual(expect.arrayContaining(['showMode']));
		const show = options.find(({ name }) => name === 'show');
		expect(show?.options?.map((option) => (option as INodePropertyOptions).value)).toEqual([
			'advanced',
			'common',
			'short',
		]);
	});

	it('leaves them to the API Request', () => {
		const show = campaign.list.parameters.find(({ name }) => name === 'show');
		expect(show?.values?.map(({ value }) => value)).toContain('targetingTime');
	});
});

describe('a fresh node', () => {
	const { properties } = new Adfox().description;
	const operationOf = (resource: string) =>
		properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(resource),
		)?.default;

	it('begins with reports', () => {
		expect(properties.find(({ name }) => name === 'resource')?.default).toBe('report');
	});

	it.each([
		...['advertiser', 'banner', 'campaign', 'place', 'site', 'superCampaign', 'zone'].map((resource) => [
			resource,
			'getAll',
		]),
		['report', 'get'],
	])('%s reads', (resource, operation) => {
		expect(operationOf(resource)).toBe(operation);
	});
});
