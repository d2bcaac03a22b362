import { createGunzip } from 'node:zlib';

import { ResponseInvalidError } from '../errors';
import { replay } from './look-ahead';

/** Each chunk is a trip to another thread and back, here and where it is written. */
const OUTPUT_CHUNK_BYTES = 256 * 1024;

/** The other thread goes on while its output is worked on, until its input ends: so it gets more than a network's chunk. */
const INPUT_BATCH_BYTES = 1024 * 1024;

/**
 * Decompresses what begins like gzip (1f 8b) and passes everything else through: storages deliver files compressed
 * without saying so.
 *
 * The next chunks are asked for only when the output of those before was taken, a megabyte at a time. Concatenated gzip
 * members are one stream. The source is closed when the consumer stops early.
 *
 * @param chunks bytes in chunks of any size
 * @throws ResponseInvalidError when the gzip data is corrupt or breaks off; errors of the source as they are
 */
export async function* gunzipByMagicBytes(
	chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
	const source = chunks[Symbol.asyncIterator]();
	let head: Uint8Array = new Uint8Array();
	let ended = false;
	while (head.length < 2 && !ended) {
		const next = await source.next();
		if (next.done === true) ended = true;
		else head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
	}
	const all = replay(head.length === 0 ? [] : [head], source);
	yield* head[0] === 0x1f && head[1] === 0x8b ? gunzip(all) : all;
}

/**
 * Not `pipeline`: it reads ahead, so that stopping early would have to wait for a chunk that a stalled source may
 * deliver in a minute, or never.
 */
async function* gunzip(compressed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
	const stream = createGunzip({ chunkSize: OUTPUT_CHUNK_BYTES });
	let wake: (() => void) | undefined;
	const notify = () => wake?.();
	stream.on('readable', notify).on('end', notify).on('error', notify);

	async function* outputUntil(done: () => boolean): AsyncGenerator<Uint8Array, void> {
		for (;;) {
			const output = stream.read() as Buffer | null;
			if (output !== null) {
				yield output;
			} else if (stream.errored !== null) {
				throw new ResponseInvalidError('The gzip file is damaged or breaks off.', { cause: stream.errored });
			} else if (done()) {
				return;
			} else {
				await new Promise<void>((resolve) => (wake = resolve));
			}
		}
	}

	try {
		for await (const batch of inBatches(compressed)) {
			stream.write(batch, notify);
			yield* outputUntil(() => stream.writableLength === 0);
		}
		stream.end();
		yield* outputUntil(() => stream.readableEnded);
	} finally {
		stream.destroy();
	}
}

/** What came before the source failed is handed on before its error. */
async function* inBatches(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
	const gathered: Uint8Array[] = [];
	let bytes = 0;
	const batch = () => {
		bytes = 0;
		return Buffer.concat(gathered.splice(0));
	};
	try {
		for await (const chunk of chunks) {
			gathered.push(chunk);
			bytes += chunk.length;
			if (bytes >= INPUT_BATCH_BYTES) yield batch();
		}
	} catch (error) {
		if (bytes > 0) yield batch();
		throw error;
	}
	if (bytes > 0) yield batch();
}
