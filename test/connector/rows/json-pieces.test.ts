import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { CancelledError } from '../../../connector/errors';
import { BrokenOff, parseInTurns } from '../../../connector/rows/json-pieces';
import { parseJson, Turns } from '../../../connector/rows';

const parse = (text: string, turns = new Turns()) => parseInTurns(Buffer.from(text), 'The text', turns);

/** More than a piece. */
const long = 'ж'.repeat(40_000);
const rows = Array.from({ length: 2000 }, (_none, id) => ({
	id,
	name: `"Весна" \\ ${id}`,
	tags: [1, [2], {}],
}));
const days = { '1': rows, '2': { rows, total: null } };

/** Texts of which every part can be too long for one piece. */
const longJson = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3 },
		fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>(long, rows, '},{', '\\"]')),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', '10', '2', '"')), tie('value'), {
			maxKeys: 3,
			noNullPrototype: true,
		}),
	),
})).value;

describe('parseInTurns', () => {
	it('gives what JSON.parse gives, whatever is nested in what and however it is spaced', async () => {
		await fc.assert(
			fc.asyncProperty(longJson, fc.constantFrom(undefined, 1, '\t'), async (value, space) => {
				const text = JSON.stringify({ value, after: [value, 1] }, undefined, space);
				const whole = parseJson(Buffer.from(text), 'The text');
				expect(JSON.stringify(await parse(text))).toBe(JSON.stringify(whole));
			}),
			{ numRuns: 40 },
		);
	});

	it.each([
		['objects in objects', { items: days, count: 2 }],
		['a list of lists', { result: { columns: ['a'], rows: rows.map(({ id, name }) => [id, name]) } }],
		['an own key __proto__', JSON.parse(`{"__proto__":{"__proto__":[${JSON.stringify(rows)}]}}`) as unknown],
		['a long text between others', ['a', long, 'b', [long], { [long]: long }]],
		['rows that stand alone', rows],
		['an empty list behind a long one', [rows, [], {}, { a: {} }]],
		['a name that comes twice', JSON.parse(`{"a":1,"b":${JSON.stringify(rows)}}`) as unknown],
	])('reads %s', async (_name, value) => {
		const text = JSON.stringify(value);
		expect(JSON.stringify(await parse(text))).toBe(text);
		expect(JSON.stringify(await parse(` ${JSON.stringify(value, undefined, 2)}\n`))).toBe(text);
	});

	it('takes the last of two members with one name', async () => {
		const list = JSON.stringify(rows);
		expect(await parse(`{"a":1,"b":${list},"a":2,"b":3}`)).toEqual({ a: 2, b: 3 });
	});

	it('keeps the digits of long numbers', async () => {
		const text = `[${JSON.stringify(rows)},9007199254740993]`;
		expect(await parse(text)).toEqual([rows, '9007199254740993']);
	});

	const list = JSON.stringify(rows);
	it.each([
		['a comma too many in a list', `[${list},]`],
		['a comma too many in an object', `{"a":${list},}`],
		['a comma too few', `[${list} ${list}]`],
		['two commas', `[${list},,${list}]`],
		['a comma in front', `[,${list}]`],
		['a wrong bracket', `{"a":${list}]`],
		['a member without a name', `{${list}}`],
		['a name without quotes', `{a:${list}}`],
		['a member without a colon', `{"a"${list}}`],
		['another sign than a colon', `{"a";${list}}`],
		['two values', `${list}${list}`],
		['a word', `[${list},yes]`],
		['a bracket too many', `[${list}]]`],
	])('refuses %s', async (_name, text) => {
		expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
		await expect(parse(text)).rejects.toThrow(SyntaxError);
		await expect(parse(text)).rejects.not.toThrow(BrokenOff);
	});

	it.each([1, 2, 5, 50_000])(
		'says of a text that lacks its last %d characters that it breaks off',
		async (cut) => {
			const text = JSON.stringify({ days });
			await expect(parse(text.slice(0, -cut))).rejects.toThrow(BrokenOff);
		},
	);

	it('reads what is nested deeper than any answer', async () => {
		const deep = '['.repeat(300) + list + ']'.repeat(300);
		expect(JSON.stringify(await parse(deep))).toBe(deep);
	});

	it('is called off between two turns', async () => {
		const controller = new AbortController();
		let now = 0;
		const turns = new Turns(controller.signal, () => (now += 3));
		const parsing = parse(JSON.stringify([rows, rows, rows]), turns);
		controller.abort();
		await expect(parsing).rejects.toThrow(CancelledError);
	});
});
