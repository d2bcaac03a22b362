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

describe('texts', () => {
	it('are trimmed, and may be numbers', () => {
		const text = (fields: unknown) => parametersOf({ fields }).text('fields');
		expect([' a ', 7, true, null, ['a']].map(text)).toEqual(['a', '7', 'true', '', '']);
	});

	it('may have to be there', () => {
		expect(parametersOf({ fields: ' a ' }).requiredText('fields')).toBe('a');
		expect(parameterErrorOf(() => parametersOf({ fields: ' ' }).requiredText('fields'))).toMatchObject({
			parameter: 'Fields to Load',
			message: 'Fields to Load is empty.',
		});
	});
});

describe('one object', () => {
	it('has to be chosen', () => {
		const locator = (delivery: unknown) => parametersOf({ delivery }).locator('delivery');
		expect(locator({ mode: 'list', value: ' a1 ' })).toBe('a1');
		for (const nothing of [{ mode: 'list', value: '' }, null, { mode: 'id', value: true }])
			expect(parameterErrorOf(() => locator(nothing))).toMatchObject({
				parameter: 'Delivery',
				message: 'Delivery is not set.',
				advice: 'Choose one from the list.',
			});
	});
});

describe('whole numbers', () => {
	it('come from a parameter as from an option', () => {
		const bounds = { minimum: 1, default: 5 };
		const number = (fields: unknown) => parametersOf({ fields }).wholeNumber('fields', bounds);
		expect(['7', null].map(number)).toEqual([7, 5]);
		expect(parameterErrorOf(() => number(0)).message).toBe(
			'Fields to Load is 0, but it has to be at least 1.',
		);
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

it('takes no name from what can be chosen in a field, or from a group of fields', () => {
	const chosen = { ...field('mode', 'Mode'), options: [{ name: 'delivery', value: 'x' }] };
	const group = { ...field('all', 'All'), options: [{ name: 'one', displayName: 'One', values: [] }] };
	const parameters = anyParametersOf({}, [chosen, group, field('', 'A Notice'), ...properties]);
	expect(['delivery', 'one', ''].map((name) => parameters.displayName(name))).toEqual([
		'Delivery',
		'one',
		'',
	]);
});
