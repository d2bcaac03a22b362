import { describe, expect, it } from '@jest/globals';

import { ResponseInvalidError } from '../../../connector/errors';
import { decodeCsv } from '../../../connector/rows';
import { collect, collectRows, cut, Source } from './chunks';

const decode = (text: string) => collectRows(decodeCsv(new Source([Buffer.from(text)])));

describe('decodeCsv', () => {
	it.each([
		['nothing', '', []],
		['a BOM only', '\uFEFF', []],
		['a header only', 'a,b', []],
		['a header line only', 'a,b\r\n', []],
		['CRLF', 'a,b\r\n1,2\r\n', [{ a: '1', b: '2' }]],
		['no last line end', 'a,b\r\n1,2', [{ a: '1', b: '2' }]],
		['half of the last line end', 'a,b\r\n1,2\r', [{ a: '1', b: '2' }]],
		['a CR inside of a value', 'a,b\n1\r2,3', [{ a: '1\r2', b: '3' }]],
		['a CR before a comma', 'a,b\n1\r,3', [{ a: '1\r', b: '3' }]],
		['a CR inside of quotes, in one column', 'a\n"1\r2"\n', [{ a: '1\r2' }]],
		['a CR inside of quotes, in the header', '"a\rb",c\r\n1,2\r', [{ 'a\rb': '1', c: '2' }]],
		['CRLF in one column', 'a\r\n1\r\n\r\n2\r', [{ a: '1' }, { a: '' }, { a: '2' }]],
		['a BOM', '\uFEFFa,b\n1,2', [{ a: '1', b: '2' }]],
		['a BOM before quotes', '\uFEFF"a",b\n1,2', [{ a: '1', b: '2' }]],
		['a BOM before a line in quotes', '\uFEFF"a\n,",b\n1,2', [{ 'a\n,': '1', b: '2' }]],
		['quoted and other empty values', 'a,b,c\n"",,x', [{ a: '', b: '', c: 'x' }]],
		['quotes', 'a,b\r\n"1,""2""\r\n3","4"\r\n', [{ a: '1,"2"\r\n3', b: '4' }]],
		['quotes in the last row', 'a,b\n1,"2"', [{ a: '1', b: '2' }]],
		['a quoted header', '"a ""x""","b,c"\n1,2', [{ 'a "x"': '1', 'b,c': '2' }]],
		['spaces', 'a,b\n 1 ,\t', [{ a: ' 1 ', b: '\t' }]],
		['blank last lines', 'a,b\n1,2\n\r\n\n', [{ a: '1', b: '2' }]],
		['blank lines in one column', 'a\n\nx\n\n', [{ a: '' }, { a: 'x' }, { a: '' }]],
		['a column without a name', 'a,\n1,2', [{ a: '1', '': '2' }]],
		['Cyrillic and emoji', 'имя,b\nМосква,🙂', [{ имя: 'Москва', b: '🙂' }]],
	])('reads %s', async (_name, text, rows) => {
		expect(await decode(text)).toEqual(rows);
		expect(await collectRows(decodeCsv(new Source(cut(Buffer.from(text)))))).toEqual(rows);
	});

	it.each([
		['a short row', 'a,b\n1,2\n3\n4,5', /row on line 3 .* 1 values for 2 columns/],
		['a long row', 'a,b\n1,2\n3,4,5\n', /row on line 3 .* 3 values for 2 columns/],
		['a long row after quoted lines', 'a,b\n"1\n\n",2\n3,4,5\n', /row on line 5 /],
		['a blank line amid rows', 'a,b\n1,2\n\n\n3,4', /Line 3 .* blank/],
		['a repeated column', 'a,b,a\n1,2,3', /column "a" twice/],
		['an unclosed quote', 'a,b\n1,2\n3,"4\n5,6\n', /breaks off .* line 3/],
		['a quote inside of a value too many', 'a,b\n1,2",3\n', /line 2 .* quote/],
		['lines that a CR alone ends', 'a,b\r1,2\r3,4\r', /Line 1 .* carriage return/],
		['such lines of one column', 'a\r1\r2\r', /Line 1 .* carriage return/],
		['such lines behind a proper header', 'a\r\n1\r2\r3\n', /Line 2 .* carriage return/],
		[
			'such lines of two columns, behind a proper header',
			'a,b\n1,2\r3,4\r',
			/line 2 .* 3 values for 2 columns/,
		],
		['text behind quotes', 'a,b\n"1" ,2\n', /line 2 .* quote/],
	])('refuses %s', async (_name, text, message) => {
		for (const chunks of [[Buffer.from(text)], cut(Buffer.from(text))]) {
			const result = collectRows(decodeCsv(new Source(chunks)));
			await expect(result).rejects.toThrow(ResponseInvalidError);
			await expect(result).rejects.toThrow(message);
		}
	});

	it.each([
		['windows-1251', Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]), /from line 2 on is not UTF-8/],
		['half a character', Buffer.from('М').subarray(0, 1), /from line 2 on breaks off/],
	])('refuses %s', async (_name, value, message) => {
		const result = collectRows(decodeCsv(new Source([Buffer.from('a\n'), value])));
		await expect(result).rejects.toThrow(ResponseInvalidError);
		await expect(result).rejects.toThrow(message);
	});

	it('takes an empty chunk for nothing, even in front of a value in quotes', async () => {
		const chunks = ['a,b,', '', '"c\n"",d"\r\n1,2,3\r\n'].map((text) => Buffer.from(text));
		expect(await collectRows(decodeCsv(new Source(chunks)))).toEqual([{ a: '1', b: '2', 'c\n",d': '3' }]);
	});

	it('cuts pages by rows, not by chunks', async () => {
		const lines = ['a', ...Array.from({ length: 2500 }, (_, index) => String(index))];
		const pages = await collect(decodeCsv(new Source(cut(Buffer.from(lines.join('\n')), [100, 5000]))));
		expect(pages.map((page) => page.length)).toEqual([1000, 1000, 500]);
		expect(pages.flat()).toEqual(lines.slice(1).map((a) => ({ a })));
	});

	it('gives up on a row that would not fit into memory', async () => {
		const megabyte = Buffer.alloc(1024 * 1024, 'x');
		const endless = new Source([Buffer.from('a\n"'), ...Array.from({ length: 100 }, () => megabyte)]);
		await expect(collectRows(decodeCsv(endless))).rejects.toThrow(/longer than 16 MB/);
		expect(endless.closed).toBe(true);
		expect(endless.delivered).toBeLessThan(20);
	});

	it('bounds a row, not the file', async () => {
		const half = 'x'.repeat(512 * 1024);
		const chunks = Array.from({ length: 40 }, () => Buffer.from(`${half}\n${half}`));
		expect(await collectRows(decodeCsv(new Source([Buffer.from('a\n'), ...chunks])))).toHaveLength(41);
	});

	it.each([
		['lines that need not be taken apart at once', '1,2\n', 2],
		['a thousand others', '"1\n","2"\n', 4],
	])('hands on %s while they arrive', async (_name, line, chunks) => {
		const source = new Source(
			['a,b\n', ...Array.from({ length: 10 }, () => line.repeat(400))].map((text) => Buffer.from(text)),
		);
		await decodeCsv(source).next();
		expect(source.delivered).toBe(chunks);
	});

	it('closes the source when the consumer stops', async () => {
		const source = new Source(Array.from({ length: 100 }, () => Buffer.from('a\n'.repeat(600))));
		for await (const page of decodeCsv(source)) {
			expect(page).toHaveLength(1000);
			break;
		}
		expect(source.closed).toBe(true);
		expect(source.delivered).toBe(2);
	});
});

describe('decodeCsv with onColumns', () => {
	it.each([
		['', []],
		['\uFEFF', []],
		['a,b', ['a', 'b']],
		['a,b\n1,2\n', ['a', 'b']],
	])('tells the columns of %j once', async (text, columns) => {
		const told: (readonly string[])[] = [];
		await collectRows(decodeCsv(new Source([Buffer.from(text)]), { onColumns: (names) => told.push(names) }));
		expect(told).toEqual([columns]);
	});

	it('gives no row of a file that is refused', async () => {
		const refusal = new ResponseInvalidError('Not this one.');
		const source = new Source([Buffer.from('a\n1\n')]);
		const result = decodeCsv(source, {
			onColumns: () => {
				throw refusal;
			},
		}).next();
		await expect(result).rejects.toBe(refusal);
		expect(source.closed).toBe(true);
	});
});
