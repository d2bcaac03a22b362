import { describe, expect, it } from '@jest/globals';

import { parameterErrorOf, parametersOf as anyParametersOf } from './parameters-of';

const text = (name: string, displayName: string) =>
	({ name, displayName, type: 'string', default: '' }) as const;

const properties = [
	text('fields', 'Fields to Load'),
	text('campaignIds', 'Campaign Names or IDs'),
	{
		...text('options', 'Options'),
		type: 'collection' as const,
		options: [text('otherFields', 'Other Fields')],
	},
];

const parametersOf = (values: Readonly<Record<string, unknown>>) => anyParametersOf(values, properties);

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
	it('keep their order and all their digits', () => {
		const parameters = parametersOf({ campaignIds: [12, '7', '12345678901234567890', '12'] });
		expect(parameters.ids('campaignIds')).toEqual(['12', '7', '12345678901234567890']);
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
		expect(parametersOf({ campaignIds: ids }).ids('campaignIds')).toEqual(['12', '7']);
	});

	it.each(['abc', '1.5', '-1', '0x1f', '123456789012345678901', '0', '00'])('are not %p', (id) => {
		for (const campaignIds of [['1', id], `1,${id}`]) {
			const error = parameterErrorOf(() => parametersOf({ campaignIds }).ids('campaignIds'));
			expect(error.parameter).toBe('Campaign Names or IDs');
			expect(error.message).toBe(`Campaign Names or IDs contains "${id}", which is no ID.`);
		}
	});

	it('show a long value shortened', () => {
		const error = parameterErrorOf(() => parametersOf({ campaignIds: 'x'.repeat(500) }).ids('campaignIds'));
		expect(error.message).toContain(`"${'x'.repeat(57)}..."`);
	});
});
