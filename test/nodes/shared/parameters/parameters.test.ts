import { describe, expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../../../nodes/shared/parameters/parameters';
import { parameterErrorOf, parametersOf as anyParametersOf } from './parameters-of';

const field = (name: string, displayName: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	name,
	displayName,
	type: 'string',
	default: '',
	...more,
});

const properties = [
	field('fields', 'Fields to Load'),
	field('campaignIds', 'Campaign Names or IDs'),
	field('campaignIdList', 'Campaign IDs (Text)'),
	field('returnAll', 'Return All'),
	field('delivery', 'Delivery'),
	field('options', 'Options', {
		type: 'collection',
		options: [
			field('otherFields', 'Other Fields'),
			field('pageSize', 'Page Size'),
			field('fields', 'Nested'),
		],
	}),
];

const parametersOf = (values: Readonly<Record<string, unknown>>): Parameters =>
	anyParametersOf(values, properties);

describe('lists', () => {
	it.each<[string, unknown, string[]]>([
		['an array', ['b', 'a'], ['b', 'a']],
		['a number', 12, ['12']],
		['comma text', ' b, a ,, b', ['b', 'a']],
		['an array, whose entries may have a comma in them', ['b, a', 7, 'a'], ['b, a', '7', 'a']],
		[
			'a list as JSON text',
			' ["b, a", 7, "a", 12345678901234567890]\n',
			['b, a', '7', 'a', '12345678901234567890'],
		],
		['an array, whose entries may begin like a list', ['[b, a]'], ['[b, a]']],
		['an empty list as JSON text', '[]', []],
		['an empty array', [], []],
		['an empty text', '', []],
		['nothing', null, []],
	])('come from %s', (_name, value, expected) => {
		expect(parametersOf({ fields: value }).list('fields')).toEqual(expected);
	});

	it('are empty when the parameter is hidden', () => {
		expect(parametersOf({}).list('fields')).toEqual([]);
	});

	it('take in the free text beside them, without repeats', () => {
		const parameters = parametersOf({ fields: ['b', 'a'], options: { otherFields: 'c, a, d' } });
		expect(parameters.list('fields', 'otherFields')).toEqual(['b', 'a', 'c', 'd']);
	});

	it.each<[unknown, string]>([
		[[['a']], '"["a"]"'],
		[{ a: 1 }, '"{"a":1}"'],
		[[null], '"null"'],
		[[true], '"true"'],
		[1.5, '"1.5"'],
		[2 ** 53, '"9007199254740992"'],
		[[10n], '"10"'],
	])('refuse %p', (value, shown) => {
		const error = parameterErrorOf(() => parametersOf({ fields: value }).list('fields'));
		expect(error.parameter).toBe('Fields to Load');
		expect(error.message).toBe(
			`Fields to Load contains ${shown}, which is neither a text nor a whole number.`,
		);
	});

	it.each(['["a", "b"', '[a, b]', '[', '["a"], b', "['a', 'b']"])(
		'refuse %p, which begins like a JSON list',
		(text) => {
			for (const values of [{ fields: text }, { options: { otherFields: text } }]) {
				const error = parameterErrorOf(() => parametersOf(values).list('fields', 'otherFields'));
				const name = 'options' in values ? 'Other Fields' : 'Fields to Load';
				expect(error).toMatchObject({
					parameter: name,
					message: `${name} is no valid JSON.`,
					advice: expect.stringContaining('commas between them'),
				});
			}
		},
	);

	it.each(['[["a"]]', '[{"a":1}]', '[null]', '[1.5]'])('refuse %s, a JSON list of something else', (text) => {
		expect(parameterErrorOf(() => parametersOf({ fields: text }).list('fields')).message).toContain(
			'which is neither a text nor a whole number',
		);
	});

	it('refuse a value that cannot be shown', () => {
		const circular: Record<string, unknown> = {};
		circular.self = circular;
		expect(parameterErrorOf(() => parametersOf({ fields: circular }).list('fields')).message).toContain(
			'contains "object"',
		);
	});

	it('say where to enter a value when one is required', () => {
		const error = parameterErrorOf(() => parametersOf({ fields: [] }).required('fields', 'otherFields'));
		expect(error).toMatchObject({
			message: 'Fields to Load is empty.',
			advice: 'Choose at least one value, or enter it in Options > Other Fields.',
		});
		const filled = parametersOf({ fields: [], options: { otherFields: 'x' } });
		expect(filled.required('fields', 'otherFields')).toEqual(['x']);
	});
});

describe('ids', () => {
	it('are merged from the list and the text, in order, and keep all their digits', () => {
		const parameters = parametersOf({
			campaignIds: [12, '7', '12345678901234567890'],
			campaignIdList: '7, 12,9',
		});
		expect(parameters.ids('campaignIds', 'campaignIdList')).toEqual(['12', '7', '12345678901234567890', '9']);
	});

	it.each([
		'12 7',
		'12;7',
		' 12\n7\n',
		['12', '7, 12'],
		'12,, 7',
		'[12,"7"]',
		'["12", "012 7"]',
		'12,07,7,0012',
	])('may be written as %j', (ids) => {
		expect(parametersOf({ campaignIds: ids }).ids('campaignIds', 'campaignIdList')).toEqual(['12', '7']);
	});

	it.each(['abc', '1.5', '-1', '0x1f', '123456789012345678901', '0', '00'])('are not %p', (id) => {
		for (const [values, name] of [
			[{ campaignIds: ['1', id] }, 'Campaign Names or IDs'],
			[{ campaignIdList: `1,${id}` }, 'Campaign IDs (Text)'],
		] as const) {
			const error = parameterErrorOf(() => parametersOf(values).ids('campaignIds', 'campaignIdList'));
			expect(error.parameter).toBe(name);
			expect(error.message).toBe(`${name} contains "${id}", which is no ID.`);
		}
	});

	it('show a long value shortened', () => {
		const error = parameterErrorOf(() =>
			parametersOf({ campaignIds: 'x'.repeat(500) }).ids('campaignIds', 'campaignIdList'),
		);
		expect(error.message).toContain(`"${'x'.repeat(57)}..."`);
	});
});

describe('numbers', () => {
	const bounds = { minimum: 1, maximum: 100, default: 50 };
	const pageSize = (value: unknown) =>
		parametersOf({ options: { pageSize: value } }).optionWholeNumber('pageSize', bounds);

	it.each<[unknown, number]>([
		[1, 1],
		[100, 100],
		['7', 7],
		[' 7 ', 7],
		[undefined, 50],
		[null, 50],
		['', 50],
		['  ', 50],
	])('takes %p as %p', (value, expected) => {
		expect(pageSize(value)).toBe(expected);
	});

	it.each<[unknown, string]>([
		[0, 'Page Size is 0, but it has to be between 1 and 100.'],
		[101, 'Page Size is 101, but it has to be between 1 and 100.'],
		[1.5, 'Page Size is 1.5, but it has to be a whole number.'],
		['many', 'Page Size is "many", which is no number.'],
		[NaN, 'Page Size is "NaN", which is no number.'],
		[Infinity, 'Page Size is "Infinity", which is no number.'],
		[true, 'Page Size is "true", which is no number.'],
		[[5], 'Page Size is "[5]", which is no number.'],
	])('refuses %p', (value, message) => {
		expect(parameterErrorOf(() => pageSize(value)).message).toBe(message);
	});

	it('need no maximum and may be fractions', () => {
		const parameters = parametersOf({ options: { pageSize: 0.5 } });
		expect(parameters.optionNumber('pageSize', { minimum: 0, default: 1 })).toBe(0.5);
		expect(
			parameterErrorOf(() => parameters.optionNumber('pageSize', { minimum: 1, default: 1 })).message,
		).toBe('Page Size is 0.5, but it has to be at least 1.');
	});
});

describe('flags', () => {
	it.each<[unknown, boolean]>([
		[true, true],
		['true', true],
		[' TRUE ', true],
		[1, true],
		['1', true],
		[false, false],
		['false', false],
		[0, false],
		['', false],
		[null, false],
	])('takes %p as %p', (value, expected) => {
		expect(parametersOf({ returnAll: value }).flag('returnAll')).toBe(expected);
		expect(parametersOf({ options: { returnAll: value } }).optionFlag('returnAll')).toBe(expected);
	});

	it.each<[unknown, string]>([
		['yes', '"yes"'],
		[2, '"2"'],
		[[], '"[]"'],
		[{ a: 1 }, '"{"a":1}"'],
	])('refuses %p', (value, shown) => {
		const error = parameterErrorOf(() => parametersOf({ returnAll: value }).flag('returnAll'));
		expect(error.parameter).toBe('Return All');
		expect(error.message).toBe(`Return All is ${shown}, but it can only be true or false.`);
	});
});

describe('choices', () => {
	const choices = ['direct', 'job'] as const;

	it('are one of the values, from an expression with blanks around it too', () => {
		expect(parametersOf({ delivery: ' job ' }).choice('delivery', choices)).toBe('job');
	});

	it.each<[unknown, string]>([
		['Job', '"Job"'],
		['constructor', '"constructor"'],
		[null, '""'],
		[['job'], '"["job"]"'],
	])('refuse %p in the words of the editor', (delivery, shown) => {
		const error = parameterErrorOf(() => parametersOf({ delivery }).choice('delivery', choices));
		expect(error).toMatchObject({
			parameter: 'Delivery',
			message: `Delivery is ${shown}, which is not one of its values.`,
			advice: 'Use one of: direct, job.',
		});
	});
});

describe('options', () => {
	it.each<unknown>([undefined, null, ''])('count as not set when they are %p', (value) => {
		expect(parametersOf({ options: { pageSize: value } }).hasOption('pageSize')).toBe(false);
	});

	it.each<unknown>([0, false, ' '])('count as set when they are %p', (value) => {
		expect(parametersOf({ options: { pageSize: value } }).hasOption('pageSize')).toBe(true);
	});

	it.each<unknown>([null, 'text', [], 7])('are none when the collection is %p', (options) => {
		const parameters = parametersOf({ options });
		expect(parameters.option('pageSize')).toBeUndefined();
		expect(parameters.optionText('pageSize')).toBe('');
	});
});

it('calls a parameter what the editor calls it, an unknown one by its name', () => {
	const parameters = parametersOf({});
	expect(parameters.displayName('pageSize')).toBe('Page Size');
	expect(parameters.displayName('fields')).toBe('Fields to Load');
	expect(parameters.displayName('nobody')).toBe('nobody');
});
