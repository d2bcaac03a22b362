import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ResponseInvalidError } from '../../../connector/errors';
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

/** Memory that was given back, with what was in it. */
const textOfSpare = (bytes: number) => takeMemory(bytes).toString('latin1');

describe('memory of what was read', () => {
	it('is taken again for what is as long or somewhat shorter or longer', () => {
		for (const [name, bytes] of [
			['first', 3 * MEGABYTE],
			['second', 2 * MEGABYTE],
			['third', 3 * MEGABYTE + 1000],
		] as const) {
			const memory = takeMemory(bytes);
			expect(memory).toHaveLength(bytes);
			if (name !== 'first') expect(memory.toString('latin1', 0, 5)).toBe('first');
			memory.write('first');
			giveBackMemory(memory.subarray(1000));
		}
	});

	it.each([
		['what is longer', 5 * MEGABYTE],
		['what is shorter by far', MEGABYTE],
	])('is not taken for %s', (name, bytes) => {
		const memory = takeMemory(4 * MEGABYTE);
		memory.write(name);
		giveBackMemory(memory);
		const other = takeMemory(bytes);
		expect(other).toHaveLength(bytes);
		expect(other.toString('latin1', 0, name.length)).not.toBe(name);
		expect(textOfSpare(4 * MEGABYTE).slice(0, name.length)).toBe(name);
	});

	it('cannot be read any more by whoever gave it back, nor be given back again', () => {
		const memory = takeMemory(7 * MEGABYTE);
		giveBackMemory(memory);
		expect(memory).toHaveLength(0);
		giveBackMemory(memory);
		const others = [takeMemory(7 * MEGABYTE), takeMemory(7 * MEGABYTE)];
		expect(others[0]!.buffer).not.toBe(others[1]!.buffer);
	});

	it('is never that of others', () => {
		const foreign = Buffer.alloc(7 * MEGABYTE, 'f');
		giveBackMemory(foreign);
		expect(foreign).toHaveLength(7 * MEGABYTE);
		expect(takeMemory(7 * MEGABYTE)[0]).not.toBe(0x66);
	});

	it('is kept of the last eight only', () => {
		const all = Array.from({ length: 12 }, (_none, index) => takeMemory(11 * MEGABYTE).fill(0x61 + index));
		for (const memory of all) giveBackMemory(memory);
		const again = all.map(() => takeMemory(11 * MEGABYTE).toString('latin1', 0, 1));
		expect(again.slice(0, 8).join('')).toBe('efghijkl');
	});
});

describe('answers', () => {
	it('let the next one have their memory when their rows are discarded, and are not read any more', async () => {
		const first = await rowsOf('first');
		const read = await collectRows(first.pages());
		first.discard();
		first.discard();
		expect(textOfSpare(textOf('first').length).includes('"name":"first"')).toBe(true);
		expect(namesIn(read)).toEqual(['first']);
		await expect(collectRows(first.pages())).rejects.toThrow(/discarded/);
		await expect((await rowsOf('other')).equals(first)).rejects.toThrow(/discarded/);
	});

	it('break off loudly when they are discarded while they are read', async () => {
		const rows = await rowsOf('first');
		const pages = rows.pages();
		await pages.next();
		rows.discard();
		await rowsOf('other');
		await expect(collectRows(pages)).rejects.toThrow(ResponseInvalidError);
	});

	it('let the next one have their memory as soon as they are parsed', async () => {
		const text = textOf('parsed at once');
		const { data } = (await readJson(new Source([text]))) as { data: Page };
		expect(textOfSpare(text.length).includes('"name":"parsed at once"')).toBe(true);
		expect(namesIn(data)).toEqual(['parsed at once']);
	});

	it('are never those of another one, whatever is read side by side and discarded in between', async () => {
		const answer = fc.record({ keep: fc.boolean(), parsed: fc.boolean(), beside: fc.boolean() });
		await fc.assert(
			fc.asyncProperty(fc.array(answer, { minLength: 2, maxLength: 12 }), async (answers) => {
				const read = async ({ keep, parsed }: (typeof answers)[number], name: string) => {
					if (parsed) {
						const { data } = (await readJson(new Source([textOf(name)]))) as { data: Page };
						expect(namesIn(data)).toEqual([name]);
						return;
					}
					const rows = await rowsOf(name);
					if (!keep) expect(namesIn(await collectRows(rows.pages()))).toEqual([name]);
					if (keep) kept.push([name, rows]);
					else rows.discard();
				};
				const kept: [string, JsonRows][] = [];
				const beside: Promise<void>[] = [];
				for (const [index, each] of answers.entries()) {
					const reading = read(each, `answer ${index}`);
					if (each.beside) beside.push(reading);
					else await reading;
				}
				await Promise.all(beside);
				for (const [name, rows] of kept) expect(namesIn(await collectRows(rows.pages()))).toEqual([name]);
				for (const [, rows] of kept) rows.discard();
			}),
			{ numRuns: 30 },
		);
	});
});
