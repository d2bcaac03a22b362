import { ResponseInvalidError } from '../errors';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const MAX_RECORD_BYTES = 16 * 1024 * 1024;

/**
 * Regroups bytes so that no record, and so no character, is cut: a line feed after an even number of quotes ends a
 * record, and neither byte occurs inside of another UTF-8 character. Every byte is looked at once, however long a
 * record and however small the chunks.
 *
 * @param chunks bytes of a CSV file in chunks of any size
 * @returns blocks of whole records; the last one may lack its line end
 * @throws ResponseInvalidError when one record is longer than 16 MB, which bounds the memory
 */
export async function* csvBlocks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void> {
	let pending: Uint8Array[] = [];
	let pendingBytes = 0;
	let quoted = false;

	/** Offset behind the last record that ends in the chunk, 0 when none does. */
	function endOfLastRecord(chunk: Uint8Array): number {
		if (!quoted && !chunk.includes(QUOTE)) return chunk.lastIndexOf(LINE_FEED) + 1;
		let end = 0;
		for (let offset = 0; offset < chunk.length; offset++) {
			const byte = chunk[offset];
			if (byte === QUOTE) quoted = !quoted;
			else if (byte === LINE_FEED && !quoted) end = offset + 1;
		}
		return end;
	}

	for await (const chunk of chunks) {
		const end = endOfLastRecord(chunk);
		if (end > 0) {
			yield Buffer.concat([...pending, chunk.subarray(0, end)]);
			pending = [];
			pendingBytes = 0;
		}
		if (end < chunk.length) {
			pending.push(chunk.subarray(end));
			pendingBytes += chunk.length - end;
		}
		if (pendingBytes > MAX_RECORD_BYTES) {
			throw new ResponseInvalidError(
				'A row of the CSV file is longer than 16 MB; probably a quote in it is never closed.',
			);
		}
	}
	if (pendingBytes > 0) yield Buffer.concat(pending);
}
