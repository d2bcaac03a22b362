import { describe, expect, it } from '@jest/globals';
import {
	NodeHelpers,
	type INodeParameters,
	type INodeProperties,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { describeResources, operationParameters } from '../../../../nodes/shared/operations/describe';
import { type Operation } from '../../../../nodes/shared/operations/operation';
import { filtersField } from '../../../../nodes/shared/parameters/conditions';
import { list, pagesOf, report, single, type FakeApi } from '../fake-platform';

const none = () => pagesOf([]);
const defaults = { maxWaitSeconds: 1200, timeoutSeconds: 60, tellsBudget: true } as const;

const resources = [
	{
		name: 'Campaign',
		value: 'campaign',
		operations: [
			{ ...list(none), value: 'getAll' },
			{ ...single(none), value: 'get' },
		],
	},
	{
		name: 'Report',
		value: 'report',
		operations: [
			{ ...report(none), value: 'getDaily' },
			{ ...report(none), value: 'getRaw', manyRows: true as const },
		],
	},
];

const properties = () => describeResources(resources, defaults);

/** The parameters that the editor shows for some values, with their own. */
function valuesOf(given: INodeParameters, name = 'fake'): INodeParameters {
	const type = { name } as INodeTypeDescription;
	return NodeHelpers.getNodeParameters(properties(), given, true, false, null, type) ?? {};
}

const shown = (values: INodeParameters) => Object.keys(valuesOf(values));

const optionsOf = (operation: Operation<FakeApi>): INodeProperties[] => {
	const collection = operationParameters(operation, defaults).find(({ name }) => name === 'options');
	return collection!.options as INodeProperties[];
};

const kinds = [list(none), report(none), single(none)];

describe('the dropdowns', () => {
	it('list resources and their operations, and take no expressions', () => {
		const [resource, ...operations] = properties().filter(({ name }) => /^(resource|operation)$/.test(name));
		expect(resource).toEqual({
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			default: 'campaign',
			noDataExpression: true,
			options: [
				{ name: 'Campaign', value: 'campaign' },
				{ name: 'Report', value: 'report' },
			],
		});
		expect(operations.map((operation) => operation.displayOptions)).toEqual([
			{ show: { resource: ['campaign'] } },
			{ show: { resource: ['report'] } },
		]);
		expect(operations[0]).toMatchObject({
			name: 'operation',
			type: 'options',
			default: 'getAll',
			noDataExpression: true,
			options: [
				{ name: 'Do', value: 'getAll', description: 'Do it', action: 'Do it' },
				{ name: 'Do', value: 'get', description: 'Do it', action: 'Do it' },
			],
		});
	});

	it('begin with what most users come for', () => {
		const [campaign, reports] = resources;
		const properties = describeResources(
			[
				{ ...campaign!, defaultOperation: 'get' },
				{ ...reports!, isDefault: true },
			],
			defaults,
		);
		const dropdowns = properties.filter(({ name }) => /^(resource|operation)$/.test(name));
		expect(dropdowns.map(({ default: value }) => value)).toEqual(['report', 'get', 'getDaily']);
	});
});

describe('the parameters', () => {
	const dailyReport = { resource: 'report', operation: 'getDaily' };
	const rawReport = { resource: 'report', operation: 'getRaw' };

	it.each<[string, INodeParameters, string[]]>([
		['a list', { resource: 'campaign', operation: 'getAll' }, ['returnAll', 'limit', 'options']],
		[
			'a list with Return All',
			{ resource: 'campaign', operation: 'getAll', returnAll: true },
			['returnAll', 'options'],
		],
		['an operation without a list', { resource: 'campaign', operation: 'get' }, ['options']],
		['a report', dailyReport, ['dateRange', 'output', 'returnAll', 'options']],
		[
			'a report with a limit',
			{ ...dailyReport, returnAll: false },
			['dateRange', 'output', 'returnAll', 'limit', 'options'],
		],
		['a report of many rows', rawReport, ['dateRange', 'output', 'returnAll', 'limit', 'options']],
		[
			'a report into a file',
			{ ...rawReport, output: 'file' },
			['dateRange', 'output', 'fileFormat', 'binaryPropertyName', 'options'],
		],
		[
			'a report of two dates',
			{ ...rawReport, dateRange: 'custom' },
			['dateRange', 'dateFrom', 'dateTo', 'output', 'returnAll', 'limit', 'options'],
		],
	])('of %s are the ones that have a meaning', (_name, values, expected) => {
		expect(shown(values).sort()).toEqual(['resource', 'operation', ...expected].sort());
	});

	it('stand in this order: plain fields, how many rows, Filters, Options', () => {
		const filters = filtersField([]);
		const operation = list(none);
		const plain = { ...filters, name: 'plain' };
		const fields = operationParameters({ ...operation, fields: [filters, plain] }, defaults);
		expect(fields.map(({ name }) => name)).toEqual(['plain', 'returnAll', 'limit', 'filters', 'options']);
	});

	it('have the defaults of the contract', () => {
		expect(valuesOf(dailyReport)).toMatchObject({
			...{ dateRange: 'last7Days', output: 'items', returnAll: true, options: {} },
		});
		expect(valuesOf(rawReport)).toMatchObject({ returnAll: false, limit: 50 });
		expect(valuesOf({ resource: 'campaign', operation: 'getAll' })).toMatchObject({
			returnAll: false,
			limit: 50,
		});
	});

	it('have a limit for an agent, which reads no more than it has room for', () => {
		for (const given of [dailyReport, rawReport])
			expect(valuesOf(given, 'fakeTool')).toMatchObject({ returnAll: false, limit: 50 });
		expect(valuesOf({ ...dailyReport, returnAll: true }, 'fakeTool')).not.toHaveProperty('limit');
	});

	it('have a name and say what they are for', () => {
		const all = kinds.flatMap((kind) => [...operationParameters(kind, defaults), ...optionsOf(kind)]);
		expect(all.length).toBeGreaterThan(20);
		for (const { name, displayName, description, hint, type } of all) {
			expect(displayName).toMatch(/^[A-Z]/);
			// A collection is described by what is in it.
			if (type !== 'collection') expect([name, description ?? hint]).toEqual([name, expect.any(String)]);
		}
	});

	it('say of each value that can be chosen what it means', () => {
		const choices = kinds
			.flatMap((kind) => [...operationParameters(kind, defaults), ...optionsOf(kind)])
			.filter(({ type }) => type === 'options')
			.flatMap(({ options = [] }) => options);
		expect(choices.length).toBeGreaterThan(8);
		for (const choice of choices)
			expect(choice).toMatchObject({ name: expect.any(String), description: expect.any(String) });
	});

	it('are named once each', () => {
		for (const kind of kinds)
			for (const level of [operationParameters(kind, defaults), optionsOf(kind)]) {
				const names = level
					.filter(({ displayOptions }) => displayOptions?.show?.['@tool']?.[0] !== true)
					.map(({ name }) => name);
				expect(names).toEqual([...new Set(names)]);
			}
	});

	it('do not change those of the operation', () => {
		const operation = report(none);
		const before = JSON.stringify(operation);
		describeResources([{ name: 'Report', value: 'report', operations: [operation] }], defaults);
		expect(JSON.stringify(operation)).toBe(before);
	});
});

describe('the options', () => {
	it('are in the order of the alphabet', () => {
		for (const kind of kinds) {
			const names = optionsOf(kind).map(({ displayName }) => displayName);
			expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
		}
	});

	it('of every operation are those of its requests, with the defaults of the platform', () => {
		const byName = Object.fromEntries(
			optionsOf(single(none)).map(({ name, default: value }) => [name, value] as const),
		);
		expect(byName).toEqual({ budgetShare: 1, maxRetries: 3, maxWait: 1200, timeout: 60 });
	});

	it('of a report are also those of its slices and files', () => {
		const names = optionsOf(report(none)).map(({ name }) => name);
		expect(names).toEqual(
			expect.arrayContaining(['onSliceFailure', 'compress', 'fileName', 'rowsPerFile', 'timezone']),
		);
		for (const kind of [list(none), single(none)])
			expect(optionsOf(kind).map(({ name }) => name)).not.toContain('onSliceFailure');
	});

	it('of a file are shown with a file only', () => {
		for (const { name, displayOptions } of optionsOf(report(none)))
			if (['compress', 'fileName', 'rowsPerFile'].includes(name))
				expect(displayOptions).toEqual({ show: { '/output': ['file'] } });
	});

	it('decide the number of outputs without an expression', () => {
		const option = optionsOf(report(none)).find(({ name }) => name === 'onSliceFailure');
		expect(option).toMatchObject({ noDataExpression: true, default: 'stop' });
	});
});
