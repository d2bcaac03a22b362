import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readJson, type JsonRows, type Page } from '../../../connector/rows';
import { giveBackMemory, takeMemory } from '../../../connector/rows/spare-memory';
import { collectRows, Source } from './chunks';

const MEGABYTE = 1024 * 1024;

/** About half a megabyte, so that it comes as rows that are not parsed yet. */
const textOf = (name: string) =>
	Buffer.from(
		JSON.stringify({
			data: Array.from({ length: 5000 }, (_none, id) => ({ id, name, text: 'x'.repeat(80) })),
		}),
	);

async function rowsOf(name: string): Promise<JsonRows> {
	const { data } = (await readJson(new Source([textOf(name)]), { unparsedRows: true })) as { data: JsonRows };
	return data;
}

const namesIn = (rows: Page) => [...new Set(rows.map((row) => row.name))];

describe('memory of what was read', () => {
	it('is taken again for what is as long or somewhat shorter', () => {
		const first = takeMemory(3 * MEGABYTE);
		giveBackMemory(first);
		const second = takeMemory(2 * MEGABYTE);
		expect(second.buffer).toBe(first.buffer);
		expect(second).toHaveLength(2 * MEGABYTE);
		giveBackMemory(second);
		expect(takeMemory(3 * MEGABYTE + 1000).buffer).toBe(first.buffer);
	});

	it.each([
		['what is longer', 5 * MEGABYTE],
		['what is shorter by far', MEGABYTE],
	])('is not taken for %s', (_name, bytes) => {
		const first = takeMemory(4 * MEGABYTE);
		giveBackMemory(first);
		const other = takeMemory(bytes);
		expect(other.buffer).not.toBe(first.buffer);
		expect(other).toHaveLength(bytes);
		expect(takeMemory(4 * MEGABYTE).buffer).toBe(first.buffer);
	});

	it('is given to one reader only, however often it was given back, and never was it of others', () => {
		const first = takeMemory(7 * MEGABYTE);
		giveBackMemory(first);
		giveBackMemory(first.subarray(1));
		expect(takeMemory(7 * MEGABYTE).buffer).toBe(first.buffer);
		const foreign = Buffer.alloc(7 * MEGABYTE);
		giveBackMemory(foreign);
		const others = [takeMemory(7 * MEGABYTE), takeMemory(7 * MEGABYTE)];
		for (const { buffer } of others) {
			expect(buffer).not.toBe(first.buffer);
			expect(buffer).not.toBe(foreign.buffer);
		}
	});

	it('is kept of a few only', () => {
		const all = Array.from({ length: 12 }, () => takeMemory(11 * MEGABYTE));
		for (const memory of all) giveBackMemory(memory);
		const again = all.map(() => takeMemory(11 * MEGABYTE).buffer);
		expect(all.filter(({ buffer }) => again.includes(buffer))).toEqual(all.slice(-8));
	});
});

describe('rows that are not parsed yet', () => {
	it('let the next answer have their memory when they are discarded, and are not read any more', async () => {
		const first = await rowsOf('first');
		const read = await collectRows(first.pages());
		first.discard();
		first.discard();
		const second = await rowsOf('other');
		expect(namesIn(read)).toEqual(['first']);
		expect(namesIn(await collectRows(second.pages()))).toEqual(['other']);
		await expect(collectRows(first.pages())).rejects.toThrow(/discarded/);
		await expect(second.equals(first)).rejects.toThrow(/discarded/);
	});

	it('are never those of another answer, whatever is read and discarded in between', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.record({ keep: fc.boolean(), parsed: fc.boolean() }), { minLength: 2, maxLength: 12 }),
				async (answers) => {
					const kept: [string, JsonRows][] = [];
					for (const [index, { keep, parsed }] of answers.entries()) {
						const name = `answer ${index}`;
						if (parsed) {
							const { data } = (await readJson(new Source([textOf(name)]))) as { data: Page };
							expect(namesIn(data)).toEqual([name]);
							continue;
						}
						const rows = await rowsOf(name);
						if (keep) kept.push([name, rows]);
						else rows.discard();
					}
					for (const [name, rows] of kept) expect(namesIn(await collectRows(rows.pages()))).toEqual([name]);
					for (const [, rows] of kept) rows.discard();
				},
			),
			{ numRuns: 30 },
		);
	});
});
