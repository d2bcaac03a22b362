import { Readable } from 'node:stream';

import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { describe, expect, it } from '@jest/globals';

import { inputFilesOf } from '../../../../nodes/shared/execution/find-input-file';

const BYTES = Buffer.from('some bytes');

function nodeWith(binary: Partial<IBinaryData>, { fileSize = BYTES.length, gone = false } = {}) {
	const helpers = {
		getBinaryMetadata: () =>
			gone ? Promise.reject(new Error('ENOENT: /home/x')) : Promise.resolve({ fileSize }),
		getBinaryStream: () => Promise.resolve(Readable.from([BYTES])),
	};
	return {
		getInputData: () => [{ json: {}, binary: { data: { mimeType: 'text/csv', data: '', ...binary } } }],
		helpers: helpers as unknown as IExecuteFunctions['helpers'],
	};
}

async function contentOf(file: { open: () => Promise<AsyncIterable<Uint8Array>> }): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of await file.open()) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

const CSV = { what: 'a CSV file', endings: ['.csv'], mimeTypes: ['text/csv'], maximumBytes: 5 };

describe('a file of an input item', () => {
	it.each([
		['in memory', nodeWith({ data: BYTES.toString('base64') }), BYTES.length],
		['in a store', nodeWith({ id: 'filesystem-v2:1' }), BYTES.length],
		['in a store that does not know its length', nodeWith({ id: 's3:1' }, { fileSize: NaN }), undefined],
	])('%s is found with its length and read when asked, as often as asked', async (_name, node, bytes) => {
		const file = await inputFilesOf(node, 0)('data', 'Input Data Field Name');
		expect(file).toMatchObject({ fileName: 'data', contentType: 'text/csv', bytes });
		expect([await contentOf(file), await contentOf(file)]).toEqual(['some bytes', 'some bytes']);
	});

	it('that is gone from the store is refused, without the path in it', async () => {
		const found = inputFilesOf(nodeWith({ id: 'filesystem-v2:1' }, { gone: true }), 0)('data', 'Field');
		await expect(found).rejects.toThrow("The file in Field is no longer in n8n's store.");
	});

	it('over the size that is taken is refused', async () => {
		const found = inputFilesOf(nodeWith({ id: 'filesystem-v2:1', fileName: 'a.csv' }), 0)(
			'data',
			'Field',
			CSV,
		);
		await expect(found).rejects.toThrow('The file "a.csv" in Field has 1 MB, but at most 0 MB are taken.');
	});

	it.each(['toString', '__proto__', 'other'])('is not found under %s', async (name) => {
		const found = inputFilesOf(nodeWith({}), 0)(name, 'Field');
		await expect(found).rejects.toThrow(
			`Field is "${name}", but the input item has no file under this name.`,
		);
	});
});
