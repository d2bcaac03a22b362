import { ResponseInvalidError } from '../errors';
import { asBuffer } from './utf8';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const MAX_RECORD_BYTES = 16 * 1024 * 1024;

/**
 * Regroups bytes so that no record, and so no character, is cut: a line feed after an even number of quotes ends a
 * record, and neither byte occurs inside of another UTF-8 character. Every byte is looked at once, however long a
 * record and however small the chunks.
 *
 * @param chunks bytes of a CSV file in chunks of any size, which become parts of the blocks
 * @returns blocks in one or two parts of whole records: one that was cut is joined, the others are not copied. The very
 *   last record may lack its line end
 * @throws ResponseInvalidError when one record is longer than 16 MB, which bounds the memory
 */
export async function* csvBlocks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Buffer[], void> {
	let pending: Uint8Array[] = [];
	let pendingBytes = 0;
	let quoted = false;

	/** Offsets behind the first and the last record that end in the chunk, 0 when none does. */
	function endsOfRecords(chunk: Uint8Array): { first: number; last: number } {
		if (!quoted && !chunk.includes(QUOTE))
			return { first: chunk.indexOf(LINE_FEED) + 1, last: chunk.lastIndexOf(LINE_FEED) + 1 };
		let first = 0;
		let last = 0;
		for (let offset = 0; offset < chunk.length; offset++) {
			const byte = chunk[offset];
			if (byte === QUOTE) quoted = !quoted;
			else if (byte === LINE_FEED && !quoted) {
				last = offset + 1;
				first ||= last;
			}
		}
		return { first, last };
	}

	for await (const chunk of chunks) {
		const { first, last } = endsOfRecords(chunk);
		if (last > 0) {
			const cut = pendingBytes > 0 ? first : 0;
			const joined = Buffer.concat([...pending, chunk.subarray(0, cut)]);
			yield [joined, asBuffer(chunk.subarray(cut, last))].filter(({ length }) => length > 0);
			pending = [];
			pendingBytes = 0;
		}
		if (last < chunk.length) {
			pending.push(chunk.subarray(last));
			pendingBytes += chunk.length - last;
		}
		if (pendingBytes > MAX_RECORD_BYTES) {
			throw new ResponseInvalidError(
				'A row of the CSV file is longer than 16 MB; probably a quote in it is never closed.',
			);
		}
	}
	if (pendingBytes > 0) yield [Buffer.concat(pending)];
}
