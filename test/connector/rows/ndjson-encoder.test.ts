import { describe, expect, it } from '@jest/globals';

import { createNdjsonEncoder } from '../../../connector/rows';

describe('createNdjsonEncoder', () => {
	const encoder = createNdjsonEncoder();

	it('writes one object per line', () => {
		const page = [{ a: 'x\ny', b: [1, null] }, {}, { c: 'Москва' }];
		expect(encoder.encode(page).toString()).toBe('{"a":"x\\ny","b":[1,null]}\n{}\n{"c":"Москва"}\n');
		expect(encoder.encode([])).toHaveLength(0);
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
