import { constants, crc32, deflateRawSync } from 'node:zlib';

import { FIELDS, rowAt } from './rows';

const BLOCK_ROWS = 50_000;

/** `head`, then `block` so many `times`, then `tail`. */
export interface RepeatedFile {
	readonly head: Buffer;
	readonly block: Buffer;
	readonly times: number;
	readonly tail: Buffer;
}

/**
 * A job's file of any length: one gzip stream whose rows repeat. The block of rows is compressed once; a full flush
 * lets its bytes stand in one stream again and again.
 *
 * @param rows rounded up to whole blocks of {@link BLOCK_ROWS}, if there are more than one
 */
export function gzipCsv(rows: number): RepeatedFile {
	const header = Buffer.from(`${FIELDS.join(',')}\n`);
	const blockRows = Math.min(rows, BLOCK_ROWS);
	const times = Math.ceil(rows / blockRows);
	const lines = Array.from({ length: blockRows }, (_none, index) => Object.values(rowAt(index)).join(','));
	const block = Buffer.from(`${lines.join('\n')}\n`);
	let checksum = crc32(header);
	for (let time = 0; time < times; time++) checksum = crc32(block, checksum);
	const trailer = Buffer.alloc(8);
	trailer.writeUInt32LE(checksum, 0);
	trailer.writeUInt32LE((header.length + block.length * times) % 2 ** 32, 4);
	return {
		head: Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), flushed(header)]),
		block: flushed(block),
		times,
		// The last block of the stream, and empty.
		tail: Buffer.concat([Buffer.from([3, 0]), trailer]),
	};
}

function flushed(bytes: Buffer): Buffer {
	return deflateRawSync(bytes, { level: 6, finishFlush: constants.Z_FULL_FLUSH });
}

/** Rows that {@link gzipCsv} makes of those asked for. */
export function rowsOfFile(rows: number): number {
	return rows <= BLOCK_ROWS ? rows : Math.ceil(rows / BLOCK_ROWS) * BLOCK_ROWS;
}
