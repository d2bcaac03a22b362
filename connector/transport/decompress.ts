import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, type Gunzip } from 'node:zlib';

import { ResponseInvalidError } from '../errors';

export const ACCEPT_ENCODING = 'gzip, deflate, br';

const DECODERS = new Map<string, () => Gunzip>([
	['gzip', createGunzip],
	['x-gzip', createGunzip],
	['deflate', createInflate],
	['br', createBrotliDecompress],
]);

/** Takes the Content-Encoding off a body, piece by piece. Nothing at all is an empty body under every encoding. */
export async function* decompress(
	body: Readable,
	contentEncoding: string | undefined,
): AsyncGenerator<Uint8Array> {
	const encoding = (contentEncoding ?? 'identity').trim().toLowerCase();
	if (encoding === 'identity' || encoding === '') {
		yield* body as AsyncIterable<Uint8Array>;
		return;
	}
	const decoder = DECODERS.get(encoding)?.();
	if (decoder === undefined) {
		body.destroy();
		throw new ResponseInvalidError('The answer is compressed in a way that nobody asked for.');
	}
	// The failure reaches whoever reads the decoder; the callback only keeps it from being thrown a second time.
	pipeline(body, decoder, () => undefined);
	try {
		yield* decoder as AsyncIterable<Uint8Array>;
	} catch (error) {
		const cutOff = (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
		if (!cutOff || decoder.bytesWritten > 0) throw error;
	}
}
