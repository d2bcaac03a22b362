import { describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';

import { createCsvEncoder, decodeCsv, EXTRA_COLUMN, type Page, type Row } from '../../../connector/rows';
import { countPlainLines, PlainLines } from '../../../connector/rows/csv-plain-lines';
import { CsvRecordReader } from '../../../connector/rows/csv-reader';
import { arbitraryChunks, collect, Source } from './chunks';

const HEADER = 'a,b\n';
const split = (columns: string) => columns.split(',');

async function pagesOf(...blocks: string[]): Promise<Page[]> {
	// The first block brings the header and is always taken apart.
	return collect(decodeCsv(new Source([HEADER, ...blocks].map((block) => Buffer.from(block)))));
}

const written = (columns: readonly string[], pages: readonly Page[]) =>
	Buffer.concat(pages.flatMap((page) => [...createCsvEncoder(columns).encode(page)])).toString();

/** The same rows, as an array that knows nothing of lines. */
const takenApart = (pages: readonly Page[]): Row[][] => pages.map((page) => [...page]);

describe('lines of CSV that nobody has to take apart', () => {
	it.each([
		['LF', '1,2\n3,4\n'],
		['CRLF', '1,2\r\n3,4\r\n'],
		['empty values and Cyrillic', ',\nМосква,🙂\n'],
	])('travel as they came: %s', async (_name, block) => {
		const pages = await pagesOf(block);
		expect(pages).toEqual([expect.any(PlainLines)]);
		expect(pages[0]).toHaveLength(2);
		for (const columns of ['a,b', `a,b,${EXTRA_COLUMN}`, 'b,a', 'b,c,a'].map(split))
			expect(written(columns, pages)).toBe(written(columns, takenApart(pages)));
	});

	it.each([
		['quotes', '1,"2"\n'],
		['a CR inside of a value', '1\r2,3\n'],
		['a BOM inside of a value', '1,\uFEFF2\n'],
		['no last line end', '1,2'],
	])('are taken apart where their writing differs: %s', async (_name, block) => {
		expect(await pagesOf(block)).toEqual([expect.any(Array)]);
	});

	it('are counted for the line numbers of what follows', async () => {
		await expect(pagesOf('1,2\n3,4\n', '5\n')).rejects.toThrow(/row on line 4 .* 1 values for 2 columns/);
		await expect(pagesOf('1,2\n', '\n', '3,4\n')).rejects.toThrow(/Line 3 .* blank although rows follow/);
	});

	it('stay unread on their way through promises and generators', async () => {
		const load = jest.spyOn(CsvRecordReader.prototype, 'load');
		async function* pages(): AsyncGenerator<Page> {
			yield await Promise.resolve(new PlainLines(['a', 'b'], [Buffer.from('1,2\n')], 1));
		}
		for await (const page of pages()) {
			expect(page).toHaveLength(1);
			expect(written(['a', 'b'], [page])).toBe('1,2\r\n');
			expect(load).not.toHaveBeenCalled();
			for (const read of [[...page], page.slice(), page.map((row) => row)])
				expect(read).toEqual([{ a: '1', b: '2' }]);
		}
		expect(load).toHaveBeenCalledTimes(1);
		load.mockRestore();
	});

	it('are rows like others to whoever looks at them', async () => {
		const rows = ['12', '34'].map(([a, b]) => ({ a, b }));
		const page = async (): Promise<Page> => (await pagesOf('1,2\n3,4\n'))[0]!;
		expect((await page()).length).toBe(2);
		expect([...(await page())]).toEqual(rows);
		expect((await page()).slice(1)).toEqual(rows.slice(1));
		expect((await page()).slice(0, 1)).toEqual(rows.slice(0, 1));
		expect((await page()).map(({ b }) => b)).toEqual(['2', '4']);
	});

	it('make the file that their rows would make, however the bytes are cut', async () => {
		const value = fc.string({ unit: fc.constantFrom(...Array.from('aЖ \r"\uFEFF1')) });
		const line = fc.tuple(value, value, fc.constantFrom('\n', '\r\n'));
		const input = fc
			.array(line, { maxLength: 30 })
			.map((lines) => lines.map(([a, b, end]) => `${a.replaceAll('"', '')},${b.replaceAll('"', '')}${end}`))
			.chain((lines) => arbitraryChunks(Buffer.from(HEADER + lines.join(''))));
		await fc.assert(
			fc.asyncProperty(input, async (chunks) => {
				const pages = await collect(decodeCsv(new Source(chunks)));
				for (const columns of ['a,b', `a,b,${EXTRA_COLUMN}`, `b,${EXTRA_COLUMN}`].map(split))
					expect(written(columns, pages)).toBe(written(columns, takenApart(pages)));
			}),
			{ numRuns: 300 },
		);
	});
});

const COLUMNS = 3;

/** The same by way of text: what a reader would say who takes each line apart. */
function plainLinesOf(text: string): number | undefined {
	if (!text.endsWith('\n') || /["\uFEFF]|\r(?!\n)/.test(text)) return undefined;
	const lines = text.split('\n').slice(0, -1);
	return lines.every((line) => line.split(',').length === COLUMNS) ? lines.length : undefined;
}

/** At every place relative to the words that are read: the count may not depend on it. */
function countedEverywhere(text: string): (number | undefined)[] {
	const bytes = Buffer.from(text);
	return [0, 1, 2, 3].map((offset) => {
		const room = Buffer.from(new ArrayBuffer(bytes.length + offset));
		bytes.copy(room, offset);
		return countPlainLines([room.subarray(offset)], COLUMNS);
	});
}

const alike = (count: number | undefined) => [count, count, count, count];

describe('the count of plain lines', () => {
	it('is that of lines with the right number of values', () => {
		const value = fc.stringMatching(/^[ !#+\-./0-9A-Яя🙂]{0,7}$/u);
		const line = fc
			.array(value, { minLength: COLUMNS, maxLength: COLUMNS })
			.map((values) => values.join(','));
		const end = fc.constantFrom('\n', '\r\n');
		const lines = fc.array(fc.tuple(line, end).map((parts) => parts.join('')));
		fc.assert(
			fc.property(lines, (all) => {
				expect(countedEverywhere(all.join(''))).toEqual(alike(all.length === 0 ? undefined : all.length));
			}),
			{ numRuns: 500 },
		);
	});

	it('is that of a reader who takes each line apart, whatever the bytes', () => {
		const piece = fc.constantFrom(...Array.from(',a-+"\r\nж\uFEFF \0'), ',,', '\r\n', ',,\n');
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
				const text = `${pieces.join('')}\n`;
				expect(countedEverywhere(text)).toEqual(alike(plainLinesOf(text)));
			}),
			{ numRuns: 5000 },
		);
	});

	it.each([
		['a broken character', Buffer.from([0x61, 0x2c, 0xd0, 0x2c, 0x62, 0x0a])],
		['a byte that is no UTF-8', Buffer.from([0x61, 0x2c, 0xff, 0x2c, 0x62, 0x0a])],
	])('is not given for %s', (_name, bytes) => {
		expect(countPlainLines([bytes], COLUMNS)).toBeUndefined();
	});
});
