import {
	brotliCompressSync,
	constants,
	createBrotliCompress,
	createDeflate,
	createGzip,
	deflateSync,
	gzipSync,
} from 'node:zlib';
import type { Transform } from 'node:stream';

export type ContentEncoding = 'gzip' | 'deflate' | 'br';

/** Quality of the middle: the default one is meant for files that are compressed once and for all. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** The first encoding that the client names, refusals by `q=0` apart. */
export function acceptedEncoding(acceptEncoding: string | undefined): ContentEncoding | undefined {
	for (const part of (acceptEncoding ?? '').toLowerCase().split(',')) {
		const [name, quality] = part.split(';').map((piece) => piece.trim());
		if (quality !== undefined && /^q=0(\.0*)?$/.test(quality)) continue;
		if (name === 'gzip' || name === 'deflate' || name === 'br') return name;
	}
	return undefined;
}

export function compress(bytes: Buffer, encoding: ContentEncoding): Buffer {
	switch (encoding) {
		case 'gzip':
			return gzipSync(bytes);
		case 'deflate':
			return deflateSync(bytes);
		case 'br':
			return brotliCompressSync(bytes, BROTLI);
	}
}

export function compressor(encoding: ContentEncoding): Transform {
	switch (encoding) {
		case 'gzip':
			return createGzip();
		case 'deflate':
			return createDeflate();
		case 'br':
			return createBrotliCompress(BROTLI);
	}
}
