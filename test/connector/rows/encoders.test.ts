import { describe, expect, it } from '@jest/globals';

import { chooseColumns, createCsvEncoder, createNdjsonEncoder, type Row } from '../../../connector/rows';

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
		expect(() => encode(['a'], [{ a: 1, b: 2 }])).toThrow(RangeError);
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

	it('writes a long page in pieces of 1,000 rows', () => {
		const rows = Array.from({ length: 2001 }, (_none, n) => ({ n }));
		const pieces = [...encoder.encode(rows)].map((piece) => piece.toString().trim().split('\n'));
		expect(pieces.map(({ length }) => length)).toEqual([1000, 1000, 1]);
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
