import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { ExactNumber, exactNumber, isHeld, parseExactJson, writeJson } from '../../../connector/rows';

describe('JSON that goes out again', () => {
	it.each([
		'12345678901234567890',
		'{"id":12345678901234567890,"ids":[-9007199254740993,7]}',
		'{"price":0.1234567890123456789,"huge":1e400,"tiny":1e-400}',
		'{"whole":10000000000000000000000,"small":0.00000001}',
		'{"numberr":"number12345678901234567890","number":12345678901234567890}',
		'{"text":"\\"12345678901234567890\\"","n":12345678901234567890}',
		'{"__proto__":12345678901234567890}',
		'[null,true,"",{},[],1.5,-0.25]',
	])('%s stays as it was typed', (json) => {
		expect(writeJson(parseExactJson(json))).toBe(json);
	});

	it('is what JSON.parse and JSON.stringify make of it where numbers hold all digits', () => {
		fc.assert(
			fc.property(fc.json(), (json) => {
				expect(parseExactJson(json)).toEqual(JSON.parse(json));
				expect(writeJson(JSON.parse(json))).toBe(JSON.stringify(JSON.parse(json)));
			}),
			{ numRuns: 1000 },
		);
	});

	it('has every digit of every number, beside any text', () => {
		const text = fc.oneof(fc.string(), fc.constantFrom('number', 'numberr7', '"number7"', '\\'));
		fc.assert(
			fc.property(fc.array(fc.tuple(text, fc.bigInt()), { minLength: 1 }), (pairs) => {
				const json = `[${pairs.map(([name, number]) => `[${JSON.stringify(name)},${number}]`).join(',')}]`;
				expect(writeJson(parseExactJson(json))).toBe(json);
			}),
			{ numRuns: 1000 },
		);
	});

	it.each(['{', '[1,]', '', '12345678901234567890 1'])('%j is refused, as JSON.parse does', (json) => {
		expect(() => parseExactJson(json)).toThrow(SyntaxError);
	});
});

describe('a number in digits', () => {
	it('is a number where that holds all of them', () => {
		expect(exactNumber('9007199254740991')).toBe(9007199254740991);
		expect(exactNumber('9007199254740993')).toEqual(new ExactNumber('9007199254740993'));
		expect(writeJson([7, exactNumber('12345678901234567890')])).toBe('[7,12345678901234567890]');
	});

	it.each([
		['0.50', true],
		['1e-05', true],
		['0.00000012345678', true],
		['0.30000000000000004', true],
		['0.1234567890123456789', false],
		['9007199254740993', false],
		['1e400', false],
		['-1e-400', false],
		['000', true],
	])('%s is held: %s', (number, held) => {
		expect(isHeld(number)).toBe(held);
	});

	it('is held if JavaScript wrote it', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
				expect(isHeld(String(number))).toBe(true);
			}),
		);
	});
});
