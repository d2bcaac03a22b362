import { describe, expect, it } from '@jest/globals';

import { multipartBody, type FormFile } from '../../../connector/client/multipart';
import { RequestInvalidError } from '../../../connector/errors';

function fileOf(bytes: Uint8Array, parts: Partial<FormFile> = {}): FormFile {
	async function* chunks() {
		for (let at = 0; at < bytes.length; at += 3) yield await Promise.resolve(bytes.subarray(at, at + 3));
	}
	return {
		...{ name: 'zipFile', fileName: 'banner.zip', contentType: 'application/zip', bytes: bytes.length },
		open: async () => Promise.resolve(chunks()),
		...parts,
	};
}

async function sent(form: Parameters<typeof multipartBody>[0]) {
	const { contentType, body } = multipartBody(form);
	const chunks: Uint8Array[] = [];
	for await (const chunk of body.chunks()) chunks.push(chunk);
	return { contentType, told: body.bytes, bytes: Buffer.concat(chunks) };
}

const BYTES = Buffer.from([0x50, 0x4b, 3, 4, 0, 13, 10, 45, 45, 255]);

describe('a form of fields and files', () => {
	it('is read by others as it was meant, and has the length that it tells', async () => {
		const fields = [
			['name', 'Весна "24"\r\n'],
			['okveds[]', '1'],
			['okveds[]', '2'],
			['empty', ''],
		] as const;
		const { contentType, told, bytes } = await sent({ fields, files: [fileOf(BYTES)] });
		expect(told).toBe(bytes.length);
		// Not good enough for a server, as its types say, but it is another reader than ours.
		const reader: { formData(): Promise<FormData> } = new Response(bytes, {
			headers: { 'content-type': contentType },
		});
		const form = await reader.formData();
		expect([...form].slice(0, -1)).toEqual(fields.map(([name, value]) => [name, value]));
		const file = form.get('zipFile');
		if (!(file instanceof Blob)) throw new Error('It is no file.');
		expect(file).toMatchObject({ name: 'banner.zip', type: 'application/zip' });
		expect(Buffer.from(await file.arrayBuffer())).toEqual(BYTES);
	});

	it('has another boundary each time', () => {
		const form = { fields: [], files: [] };
		expect(multipartBody(form).contentType).not.toBe(multipartBody(form).contentType);
	});

	it.each([
		['a quotation mark', 'a"; name="action', 'a%22; name=%22action'],
		['a line end', 'a\r\nContent-Length: 1', 'a%0D%0AContent-Length: 1'],
	])('lets no name break out by %s', async (_name, text, escaped) => {
		const file = fileOf(BYTES, { name: text, fileName: text, contentType: 'a/b\r\nx-evil: 1' });
		const { bytes } = await sent({ fields: [[text, 'v']], files: [file] });
		const head = bytes.toString('latin1');
		expect(head).toContain(`form-data; name="${escaped}"\r\n\r\nv`);
		expect(head).toContain(
			`name="${escaped}"; filename="${escaped}"\r\nContent-Type: a/b  x-evil: 1\r\n\r\n`,
		);
	});

	it('tells no length where that of a file is not known', async () => {
		const { told, bytes } = await sent({ fields: [], files: [fileOf(BYTES, { bytes: undefined })] });
		expect(told).toBeUndefined();
		expect(bytes.includes(BYTES)).toBe(true);
	});

	it.each([
		['shorter than told', fileOf(BYTES, { bytes: 11 }), 'has 10 bytes in place of 11'],
		['longer than told', fileOf(BYTES, { bytes: 9 }), 'has 10 bytes in place of 9'],
		['empty', fileOf(Buffer.alloc(0), { bytes: undefined }), 'has 0 bytes'],
		[
			'gone',
			fileOf(BYTES, { open: () => Promise.reject(new Error('ENOENT')) }),
			'could not be read to its end',
		],
	])('has no end where a file is %s', async (_name, file, message) => {
		const { body } = multipartBody({ fields: [], files: [file] });
		const chunks: Uint8Array[] = [];
		const read = (async () => {
			for await (const chunk of body.chunks()) chunks.push(chunk);
		})();
		await expect(read).rejects.toThrow(RequestInvalidError);
		await expect(read).rejects.toThrow(message);
		expect(Buffer.concat(chunks).toString('latin1')).not.toMatch(/--\r\n$/);
	});
});
