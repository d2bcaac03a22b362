import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readJson } from '../../../connector/rows';
import { Source } from './chunks';

/** Texts from a megabyte on are parsed in pieces of half of one. */
const LONG = 3_000_000;

function rowsUntilLong(row: (index: number) => unknown): unknown[] {
	const length = JSON.stringify(row(0)).length;
	return Array.from({ length: Math.ceil(LONG / length) }, (_none, index) => row(index));
}

const plainRow = (index: number) => ({ id: index, name: `Весна ${index}`, tags: ['a', 'b'], none: null });

const parsed = (text: string) => readJson(new Source([Buffer.from(text)]));

/** How often the event loop came round while the text was parsed. */
async function turnsOf(text: string): Promise<number> {
	let turns = 0;
	let over = false;
	const count = () => {
		turns += 1;
		if (!over) setImmediate(count);
	};
	setImmediate(count);
	await parsed(text);
	over = true;
	return turns;
}

describe('readJson of a long text', () => {
	it.each([
		['rows first', (data: unknown[]) => ({ data, count: data.length, has_more: true })],
		['rows last, beside another empty list', (data: unknown[]) => ({ Errors: [], count: 2, Rows: data })],
		['rows alone', (data: unknown[]) => data],
		[
			'an own key __proto__',
			(data: unknown[]) => JSON.parse(`{"__proto__":1,"data":${JSON.stringify(data)}}`) as unknown,
		],
		['two lists of rows', (data: unknown[]) => ({ data, meta: data.slice(0, 3) })],
		['rows in a list', (data: unknown[]) => [data]],
		['rows two levels down', (data: unknown[]) => ({ result: { data } })],
		['a list that looks like a place of rows', (data: unknown[]) => ({ other: ['rows'], data })],
	])('gives what JSON.parse gives: %s', async (_name, envelope) => {
		const text = JSON.stringify(envelope(rowsUntilLong(plainRow)));
		expect(JSON.stringify(await parsed(text))).toBe(text);
	});

	it.each([
		['in a string', (index: number) => ({ index, text: `},{`.repeat(20) })],
		['in nested lists', (index: number) => ({ index, items: [{ a: 1 }, { b: [{}, {}] }] })],
		['in a string with quotes', (index: number) => ({ index, text: `"},{"`.repeat(20) })],
	])('is not misled by what looks like the end of a row, %s', async (_name, row) => {
		const text = JSON.stringify({ data: rowsUntilLong(row), has_more: false });
		expect(JSON.stringify(await parsed(text))).toBe(text);
	});

	it('leaves the event loop free between pieces of rows', async () => {
		const text = JSON.stringify({ data: [...rowsUntilLong(plainRow), ...rowsUntilLong(plainRow)] });
		expect(await turnsOf(text)).toBeGreaterThanOrEqual(4);
	});

	it('refuses what JSON.parse refuses', async () => {
		const text = JSON.stringify({ data: rowsUntilLong(plainRow) });
		for (const broken of [text.slice(0, -1), text.slice(0, -2), `${text}]`, text.replace('},{', '}{')])
			await expect(parsed(broken)).rejects.toThrow(/no valid JSON|breaks off/);
	});

	it('gives what JSON.parse gives, for any rows', async () => {
		const filler = 'x'.repeat(900_000);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 6 }),
				async (rows) => {
					const data = rows.map((row) => ({ filler, ...row }));
					const text = JSON.stringify({ data, has_more: false });
					expect(JSON.stringify(await parsed(text))).toBe(text);
				},
			),
			{ numRuns: 10 },
		);
	}, 60_000);
});
