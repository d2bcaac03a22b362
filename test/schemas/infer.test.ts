import { describe, expect, it } from '@jest/globals';

import { schemaOf } from './infer';

describe('the schema of rows', () => {
	it('has every field that one of them has, in the order of their appearance', () => {
		expect(
			schemaOf([
				{ id: 1, name: null },
				{ id: 2, name: 'x', isNew: true },
			]),
		).toEqual({
			type: 'object',
			properties: { id: { type: 'number' }, name: { type: 'string' }, isNew: { type: 'boolean' } },
		});
	});

	it.each<[unknown, object]>([
		[null, { type: 'null' }],
		[[], { type: 'array' }],
		[[{ a: 1 }, { b: 'x' }], { type: 'array', items: { type: 'object', properties: expect.anything() } }],
		[
			{ a: { b: 1 } },
			{ type: 'object', properties: { a: { type: 'object', properties: expect.anything() } } },
		],
		[{ '17': { name: 'x' }, '18': { name: 'y' } }, { type: 'object' }],
	])('of %j is %j', (value, schema) => {
		expect(schemaOf([value])).toEqual(schema);
	});
});
