import { randomBytes } from 'node:crypto';
import zlib, { gzipSync } from 'node:zlib';

import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';

import { ResponseInvalidError } from '../../../connector/errors';
import { gunzipByMagicBytes } from '../../../connector/rows';
import { arbitraryChunks, collect, cut, Source } from './chunks';

const gunzip = async (chunks: Uint8Array[]) =>
	Buffer.concat(await collect(gunzipByMagicBytes(new Source(chunks))));

describe('gunzipByMagicBytes', () => {
	it.each([
		['nothing', ''],
		['one byte', '\x1f'],
		['half of the magic bytes', '\x1fa'],
		['text', 'a,b\n1,2'],
	])('passes %s through', async (_name, text) => {
		const bytes = Buffer.from(text);
		expect(await gunzip([bytes])).toEqual(bytes);
		expect(await gunzip([Buffer.alloc(0), ...cut(bytes), Buffer.alloc(0)])).toEqual(bytes);
	});

	it('decompresses one or several members, however they are cut', async () => {
		const members = fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 1, maxLength: 3 });
		const input = members.chain((parts) =>
			fc.record({
				plain: fc.constant(Buffer.concat(parts)),
				chunks: arbitraryChunks(Buffer.concat(parts.map((part) => gzipSync(part)))),
			}),
		);
		await fc.assert(
			fc.asyncProperty(input, async ({ plain, chunks }) => {
				expect(await gunzip(chunks)).toEqual(plain);
			}),
		);
	});

	it('tolerates zero padding behind the last member', async () => {
		const padded = Buffer.concat([gzipSync('text'), Buffer.alloc(600)]);
		for (const chunks of [[padded], cut(padded), cut(padded, [padded.length - 300])]) {
			expect((await gunzip(chunks)).toString()).toBe('text');
		}
	});

	const file = gzipSync(Buffer.alloc(1_000_000, 'abc'));
	it.each([
		['a file that breaks off', file.subarray(0, -1)],
		['a file that breaks off in its header', file.subarray(0, 5)],
		['a wrong checksum', Buffer.concat([file.subarray(0, -8), Buffer.alloc(8, 1)])],
		['wrong data', Buffer.concat([file.subarray(0, 20), Buffer.alloc(100, 0xff)])],
		['something else behind it', Buffer.concat([file, Buffer.from('garbage')])],
	])('refuses %s', async (_name, bytes) => {
		await expect(gunzip([bytes])).rejects.toThrow(ResponseInvalidError);
		await expect(gunzip(cut(bytes))).rejects.toThrow(ResponseInvalidError);
	});

	it('hands on an error of the source as it is, after all that came before', async () => {
		const failure = new Error('reset');
		const plain = randomBytes(300_000);
		async function* source() {
			yield* cut(gzipSync(plain), [100_000, 200_000]).slice(0, 2);
			throw failure;
		}
		const read: Uint8Array[] = [];
		const reading = async () => {
			for await (const chunk of gunzipByMagicBytes(source())) read.push(chunk);
		};
		await expect(reading()).rejects.toBe(failure);
		const all = Buffer.concat(read);
		expect(all.length).toBeGreaterThan(150_000);
		expect(all.equals(plain.subarray(0, all.length))).toBe(true);
	});

	it('asks for the next megabyte only when the output of the one before was taken', async () => {
		const megabyte = 1024 * 1024;
		const large = gzipSync(randomBytes(3 * megabyte));
		const source = new Source(cut(large, [megabyte / 2, megabyte, 2 * megabyte]));
		const output = gunzipByMagicBytes(source);
		await output.next();
		await output.next();
		expect(source.delivered).toBe(2);
		await output.return();
		expect(source.closed).toBe(true);
	});

	describe('closes the unzipper', () => {
		const destroy = jest.spyOn(zlib.Gunzip.prototype, 'destroy');
		beforeEach(() => {
			destroy.mockClear();
		});
		afterAll(() => {
			destroy.mockRestore();
		});

		it('when its reader stops', async () => {
			const output = gunzipByMagicBytes(new Source([gzipSync(randomBytes(1_000_000))]));
			await output.next();
			expect(destroy).not.toHaveBeenCalled();
			await output.return();
			expect(destroy).toHaveBeenCalled();
		});

		it('when the source fails', async () => {
			const failing = async function* (): AsyncGenerator<Uint8Array> {
				yield gzipSync('text').subarray(0, 12);
				throw new Error('reset');
			};
			await expect(collect(gunzipByMagicBytes(failing()))).rejects.toThrow('reset');
			expect(destroy).toHaveBeenCalled();
		});
	});

	it('closes a source that is passed through', async () => {
		const source = new Source([Buffer.from('text'), Buffer.from('text')]);
		for await (const chunk of gunzipByMagicBytes(source)) {
			expect(chunk).toHaveLength(4);
			break;
		}
		expect(source).toMatchObject({ closed: true, delivered: 1 });
	});
});
