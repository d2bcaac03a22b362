import { describe, expect, it } from '@jest/globals';

import { createNdjsonEncoder } from '../../../connector/rows';

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
