import { createGzip } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';

import { ResponseInvalidError } from '../../connector/errors';
import { decodeCsv, gunzipByMagicBytes, readJson, readXml } from '../../connector/rows';

const MEGABYTE = 1024 * 1024;
/** A thousandth of it arrives compressed. */
const BOMB_BYTES = 1024 * MEGABYTE;
/** What may be kept of a bomb: the bound of the reader and a few buffers. */
const KEPT_BYTES = 160 * MEGABYTE;

async function* zeros(bytes: number, character = '0'): AsyncGenerator<Buffer> {
	const piece = Buffer.alloc(MEGABYTE, character);
	for (let sent = 0; sent < bytes; sent += MEGABYTE) yield piece;
}

async function* bomb(): AsyncGenerator<Buffer> {
	const gzip = createGzip();
	void (async () => {
		for await (const piece of zeros(BOMB_BYTES)) {
			if (gzip.destroyed) return;
			if (!gzip.write(piece)) await new Promise((resolve) => gzip.once('drain', resolve));
		}
		gzip.end();
	})();
	yield* gzip as AsyncIterable<Buffer>;
}

/** Most bytes outside of and inside of the heap while the work ran, above what there was before. */
async function peakOf(work: () => Promise<unknown>): Promise<{ peak: number; error: unknown }> {
	const used = () => {
		const { heapUsed, arrayBuffers } = process.memoryUsage();
		return heapUsed + arrayBuffers;
	};
	const before = used();
	let peak = 0;
	const timer = setInterval(() => {
		peak = Math.max(peak, used() - before);
	}, 5);
	try {
		const error: unknown = await work().then(
			() => undefined,
			(thrown: unknown) => thrown,
		);
		return { peak, error };
	} finally {
		clearInterval(timer);
	}
}

async function csvRows(chunks: AsyncIterable<Uint8Array>): Promise<number> {
	let rows = 0;
	for await (const page of decodeCsv(chunks)) rows += page.length;
	return rows;
}

async function* text(...parts: (string | AsyncIterable<Buffer>)[]): AsyncGenerator<Uint8Array> {
	for (const part of parts) {
		if (typeof part === 'string') yield Buffer.from(part);
		else yield* part;
	}
}

async function* attributes(): AsyncGenerator<Buffer> {
	for (let number = 0; number < 1_000_000; number++) yield Buffer.from(` a${number}="1"`);
}

async function* nested(): AsyncGenerator<Buffer> {
	const piece = Buffer.from('<a>'.repeat(10_000));
	for (let sent = 0; sent < 100; sent++) yield piece;
}

describe('a bomb is refused and takes no more memory than the bound of its reader', () => {
	it.each<[string, () => Promise<unknown>]>([
		['gzip of a gigabyte as CSV', () => csvRows(gunzipByMagicBytes(bomb()))],
		['gzip of a gigabyte as JSON', () => readJson(gunzipByMagicBytes(bomb()), { maxBytes: 64 * MEGABYTE })],
		[
			'XML with one text of a gigabyte',
			() => readXml(text('<response><a>', zeros(BOMB_BYTES)), Object.fromEntries),
		],
		['XML with a million attributes', () => readXml(text('<response', attributes()), Object.fromEntries)],
		['XML a million elements deep', () => readXml(text(nested()), Object.fromEntries)],
		[
			'XML with entities that multiply',
			() =>
				readXml(
					text('<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><response>&b;</response>'),
					Object.fromEntries,
				),
		],
		[
			'XML with an entity from elsewhere',
			() =>
				readXml(
					text('<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><response>&a;</response>'),
					Object.fromEntries,
				),
		],
	])(
		'%s',
		async (_name, read) => {
			const { peak, error } = await peakOf(read);

			expect(error).toBeInstanceOf(ResponseInvalidError);
			expect(peak).toBeLessThan(KEPT_BYTES);
		},
		60_000,
	);
});
