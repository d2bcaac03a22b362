import { describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';

import { createCsvEncoder, decodeCsv, EXTRA_COLUMN, type Page, type Row } from '../../../connector/rows';
import { PlainLines } from '../../../connector/rows/csv-plain-lines';
import { CsvRecordReader } from '../../../connector/rows/csv-reader';
import { arbitraryChunks, Source } from './chunks';

const HEADER = 'a,b\n';

async function pagesOf(...blocks: string[]): Promise<Page[]> {
	const pages: Page[] = [];
	// The first block brings the header and is always taken apart.
	for await (const page of decodeCsv(new Source([HEADER, ...blocks].map((block) => Buffer.from(block)))))
		pages.push(page);
	return pages;
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
		for (const columns of [
			['a', 'b'],
			['a', 'b', EXTRA_COLUMN],
			['b', 'a'],
			['b', 'c', 'a'],
		])
			expect(written(columns, pages)).toBe(written(columns, takenApart(pages)));
	});

	it.each([
		['quotes', '1,"2"\n'],
		['a CR inside of a value', '1\r2,3\n'],
		['a BOM inside of a value', '1,\uFEFF2\n'],
		['no last line end', '1,2'],
	])('are taken apart where their writing differs: %s', async (_name, block) => {
		const pages = await pagesOf(block);
		expect(pages).toEqual([expect.any(Array)]);
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
		const rows = [
			{ a: '1', b: '2' },
			{ a: '3', b: '4' },
		];
		const page = async (): Promise<Page> => (await pagesOf('1,2\n3,4\n'))[0]!;
		expect((await page()).length).toBe(2);
		expect([...(await page())]).toEqual(rows);
		expect((await page()).slice(1)).toEqual(rows.slice(1));
		expect((await page()).slice(0, 1)).toEqual(rows.slice(0, 1));
		expect((await page()).map(({ b }) => b)).toEqual(['2', '4']);
	});

	it('make the file that their rows would make, however the bytes are cut', async () => {
		const value = fc.string({ unit: fc.constantFrom('a', 'Ж', ' ', '\r', '"', '\uFEFF', '1') });
		const line = fc.tuple(value, value, fc.constantFrom('\n', '\r\n'));
		const input = fc
			.array(line, { maxLength: 30 })
			.map((lines) => lines.map(([a, b, end]) => `${a.replaceAll('"', '')},${b.replaceAll('"', '')}${end}`))
			.chain((lines) =>
				fc.record({
					text: fc.constant(lines.join('')),
					chunks: arbitraryChunks(Buffer.from(HEADER + lines.join(''))),
				}),
			);
		await fc.assert(
			fc.asyncProperty(input, async ({ chunks }) => {
				const pages: Page[] = [];
				for await (const page of decodeCsv(new Source(chunks))) pages.push(page);
				for (const columns of [
					['a', 'b'],
					['a', 'b', EXTRA_COLUMN],
					['b', EXTRA_COLUMN],
				])
					expect(written(columns, pages)).toBe(written(columns, takenApart(pages)));
			}),
			{ numRuns: 300 },
		);
	});
});
