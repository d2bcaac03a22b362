import { pipeline, type Readable } from 'node:stream';
import {
	createBrotliDecompress,
	createGunzip,
	createInflate,
	createInflateRaw,
	type BrotliDecompress,
	type Gunzip,
	type Inflate,
	type InflateRaw,
} from 'node:zlib';

import { ResponseInvalidError } from '../errors';

export const ACCEPT_ENCODING = 'gzip, deflate, br';

type Decoder = Gunzip | Inflate | InflateRaw | BrotliDecompress;

const DECODERS = new Map<string, (body: Readable) => Decoder | Promise<Decoder>>([
	['gzip', () => createGunzip()],
	['x-gzip', () => createGunzip()],
	['deflate', inflate],
	['br', () => createBrotliDecompress()],
]);

/** A body without its Content-Encoding. Nothing at all is an empty body under every encoding; see {@link isNothing}. */
export async function decompressed(body: Readable, contentEncoding: string | undefined): Promise<Readable> {
	const encoding = (contentEncoding ?? 'identity').trim().toLowerCase();
	if (encoding === 'identity' || encoding === '') return body;
	const decoder = await DECODERS.get(encoding)?.(body);
	if (decoder === undefined) {
		body.destroy();
		throw new ResponseInvalidError('The answer is compressed in a way that nobody asked for.');
	}
	// The failure reaches whoever reads the decoder; the callback only keeps it from being thrown a second time.
	pipeline(body, decoder, () => undefined);
	return decoder;
}

/** Whether a decoder failed over an empty body. */
export function isNothing(error: unknown, decoder: Readable): boolean {
	const cutOff = (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
	return cutOff && (decoder as Readable & Partial<Decoder>).bytesWritten === 0;
}

/** RFC 9110 wraps it as zlib does, which begins with an 8; some servers send it bare. */
async function inflate(body: Readable): Promise<Inflate | InflateRaw> {
	const start = await firstByte(body);
	return start === undefined || (start & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

/** The first byte of a body, which stays in there; undefined for an empty one. */
async function firstByte(body: Readable): Promise<number | undefined> {
	for (;;) {
		if (body.errored !== null) throw body.errored;
		const chunk = body.read() as Uint8Array | null;
		if (chunk !== null) {
			body.unshift(chunk);
			return chunk[0];
		}
		if (body.readableEnded || body.destroyed) return undefined;
		await new Promise<void>((resolve, reject) => {
			const look = () => {
				resolve();
			};
			body.once('readable', look).once('end', look).once('close', look).once('error', reject);
		});
	}
}
