import { describe, expect, it } from '@jest/globals';

import { ResponseInvalidError } from '../../../connector/errors';
import {
	chooseColumns,
	createCsvEncoder,
	createNdjsonEncoder,
	decodeCsv,
	RUSSIAN_EXCEL,
	type Page,
	type Row,
} from '../../../connector/rows';
import { PlainLines } from '../../../connector/rows/csv-plain-lines';
import { collect, Source } from './chunks';

const encode = (columns: string[], rows: Row[]) => {
	const encoder = createCsvEncoder(columns);
	return Buffer.concat([encoder.header(), ...encoder.encode(rows)]).toString();
};

describe('createCsvEncoder', () => {
	it.each<[unknown, string]>([
		['text', 'text'],
		[' spaced ', ' spaced '],
		['a,b', '"a,b"'],
		['a"b', '"a""b"'],
		['a\rb', '"a\rb"'],
		['a\nb', '"a\nb"'],
		[null, ''],
		[undefined, ''],
		['', ''],
		[0, '0'],
		[1234567.5, '1234567.5'],
		[1e21, '1e+21'],
		[12345678901234567890n, '12345678901234567890'],
		[true, 'true'],
		[false, 'false'],
		[[], '[]'],
		[[1, 'a'], '"[1,""a""]"'],
		[{ a: null }, '"{""a"":null}"'],
		[new Date(0), '1970-01-01T00:00:00.000Z'],
		[new Date(NaN), ''],
	])('writes %p as %p', (value, cell) => {
		expect(encode(['a', 'b'], [{ a: value, b: 1 }])).toBe(`a,b\r\n${cell},1\r\n`);
	});

	it('describes its file', () => {
		expect(createCsvEncoder(['a'])).toMatchObject({
			mimeType: 'text/csv',
			fileExtension: 'csv',
			columns: ['a'],
		});
	});

	it.each<[string, string[], Row[], string]>([
		['missing values', ['a', 'b'], [{ b: 1 }, {}], 'a,b\r\n,1\r\n,\r\n'],
		['one empty value', ['a'], [{ a: '' }, { a: null }], 'a\r\n""\r\n""\r\n'],
		['no columns', [], [], ''],
		['column names that need quotes', ['a,b', '\uFEFFc'], [], '"a,b","\uFEFFc"\r\n'],
		['inherited names as missing', ['toString', '__proto__'], [{}], 'toString,__proto__\r\n,\r\n'],
		[
			'other fields',
			['a', '_extra'],
			[{ a: 1, b: [2], c: null, d: undefined }],
			'a,_extra\r\n1,"{""b"":[2],""c"":null}"\r\n',
		],
		['no other fields', ['a', '_extra'], [{ a: 1, d: undefined }], 'a,_extra\r\n1,\r\n'],
		['a field called _extra', ['a', '_extra'], [{ a: 1, _extra: 2 }], 'a,_extra\r\n1,"{""_extra"":2}"\r\n'],
		[
			'__proto__ as other field',
			['a', '_extra'],
			[JSON.parse('{"__proto__":1}') as Row],
			'a,_extra\r\n,"{""__proto__"":1}"\r\n',
		],
	])('writes %s', (_name, columns, rows, text) => {
		expect(encode(columns, rows)).toBe(text);
	});

	it('refuses to lose a field', () => {
		expect(() => encode(['a'], [{ a: 1, b: 2 }])).toThrow(ResponseInvalidError);
		expect(() => encode(['a'], [{ a: 1, b: 2 }])).toThrow('(b)');
	});
});

describe('CSV for a Russian Excel', () => {
	const excel = (columns: string[], rows: Page) => {
		const encoder = createCsvEncoder(columns, RUSSIAN_EXCEL);
		return Buffer.concat([encoder.header(), ...encoder.encode(rows)]).toString();
	};
	const plain = (text: string): [unknown, string] => [text, text];
	/** A formula that shows the text. */
	const shown = (text: string) => `"=""${text.replaceAll('"', '""""')}"""`;
	const guarded = (text: string): [unknown, string] => [text, shown(text)];

	it('begins with a BOM, and has semicolons and CRLF', () => {
		expect(excel(['дата', 'a,b'], [{ дата: '2024-01-31', 'a,b': 'x;y' }])).toBe(
			'\uFEFFдата;a,b\r\n2024-01-31;"x;y"\r\n',
		);
		expect(excel([], [])).toBe('\uFEFF');
	});

	it.each<[unknown, string]>([
		[1.5, '1,5'],
		[-1234567.25, '-1234567,25'],
		[1e-7, '1e-7'],
		[1.5e-7, '1,5e-7'],
		[42, '42'],
		[true, 'true'],
		[null, ''],
		[{ a: 1.5 }, '"{""a"":1.5}"'],
		// What Excel takes for what it is.
		...['42', '-5', '0', '12345678901', '2024-01-31', '2024-01-31 10:00:00', '2024-01-31T10:00:00'].map(
			plain,
		),
		...['Москва', 'a.b', 'Кампания 7', '5 причин', 'IPv4', 'v1.5', 'мир', '2024-01-31T10:00:00Z'].map(plain),
		// What it would make another number, a date or a share of.
		...['007', '1.5', '12.50', '1,50', '+7', '3-4', '1/2', '10.12', '10:30', '5%', '1 000'].map(guarded),
		...['1e5', '100 ₽', '123456789012', '12345678901234567890', '31.12.2026'].map(guarded),
		...['Март 2024', '1 мая', 'мая 24', 'Jan-5'].map(guarded),
		[12345678901234567890n, shown('12345678901234567890')],
		[1234567890123456, shown('1234567890123456')],
		// What it would calculate.
		...['=1+1', '+cmd', '-10 % off', '@brand', "=cmd|' /C calc'!A0", ' =1+1', '\t=1', '＝1+1'].map(guarded),
		guarded('=HYPERLINK("http://x")'),
	])('writes %p as %p', (value, cell) => {
		expect(excel(['a', 'b'], [{ a: value, b: 'x' }])).toBe(`\uFEFFa;b\r\n${cell};x\r\n`);
	});

	it('keeps a long text from being a formula, which takes no longer text than 255 characters', () => {
		const text = `=${'x'.repeat(300)}`;
		expect(excel(['a'], [{ a: text }])).toBe(`\uFEFFa\r\n'${text}\r\n`);
	});

	it('guards names of columns, and writes lines that came as CSV in its own way', async () => {
		expect(excel(['=a'], [])).toBe(`\uFEFF${shown('=a')}\r\n`);
		const pages = await collect(
			decodeCsv(new Source(['a,b\n', '1.5,x;y\n'].map((text) => Buffer.from(text)))),
		);
		expect(pages).toEqual([expect.any(PlainLines)]);
		expect(excel(['a', 'b'], pages[0]!)).toBe(`\uFEFFa;b\r\n${shown('1.5')};"x;y"\r\n`);
	});
});

describe('chooseColumns', () => {
	const rows = [
		{ b: 1, a: 2 },
		{ a: 3, c: 4 },
	];
	it.each<[string, Parameters<typeof chooseColumns>, string[]]>([
		['the fields of the rows', [{}, rows, true], ['b', 'a', 'c']],
		['known fields first', [{ known: ['x', 'c'] }, rows, true], ['x', 'c', 'b', 'a']],
		[
			'requested fields in their order',
			[{ requested: ['c', 'b', 'a', 'x'], known: ['a'] }, rows, true],
			['c', 'b', 'a', 'x'],
		],
		['requested fields once', [{ requested: ['a', 'a'] }, [{ a: 1 }], true], ['a']],
		['known fields where none are requested', [{ requested: [], known: ['a'] }, [], true], ['a']],
		['_extra for what was not requested', [{ requested: ['a', 'b'] }, rows, true], ['a', 'b', '_extra']],
		[
			'_extra for another spelling',
			[{ requested: ['PartOfGIVT'] }, [{ PartOfGivt: 1 }], true],
			['PartOfGIVT', '_extra'],
		],
		['_extra for rows to come', [{ known: ['a'] }, [{ a: 1 }], false], ['a', '_extra']],
		['no _extra where columns were asked for', [{ requested: ['a', 'b'] }, [{ a: 1 }], false], ['a', 'b']],
		[
			'_extra for rows to come where others than those asked for came',
			[{ requested: ['a'] }, [{ b: 1 }], false],
			['a', '_extra'],
		],
		['_extra for a field of that name', [{}, [{ _extra: 1, a: 2 }], true], ['a', '_extra']],
		['_extra last when requested', [{ requested: ['_extra', 'a'] }, [{ a: 1 }], true], ['a', '_extra']],
		['_extra for rows without fields', [{}, [{}], true], ['_extra']],
		['nothing for nothing', [{}, [], true], []],
	])('takes %s', (_name, parameters, columns) => {
		expect(chooseColumns(...parameters)).toEqual(columns);
	});
});

describe('createNdjsonEncoder', () => {
	const encoder = createNdjsonEncoder();

	it('writes one object per line', () => {
		const page = [{ a: 'x\ny', b: [1, null] }, {}, { c: 'Москва' }];
		expect(Buffer.concat([...encoder.encode(page)]).toString()).toBe(
			'{"a":"x\\ny","b":[1,null]}\n{}\n{"c":"Москва"}\n',
		);
		expect([...encoder.encode([])]).toEqual([]);
	});

	it('writes a long page in pieces, whole lines each', () => {
		const rows = Array.from({ length: 2001 }, (_none, n) => ({ n, text: 'x'.repeat(200) }));
		const written = [...encoder.encode(rows)].map((piece) => piece.toString());
		for (const { length } of written) expect(length).toBeLessThan(132_000);
		expect(written).toHaveLength(4);
		const pieces = written.map((text) => text.trim().split('\n'));
		expect(pieces.flat().map((line) => JSON.parse(line) as unknown)).toEqual(rows);
	});

	it('describes its file', () => {
		expect(encoder.header()).toHaveLength(0);
		expect(encoder).toMatchObject({
			mimeType: 'application/x-ndjson',
			fileExtension: 'ndjson',
			columns: undefined,
		});
	});
});
