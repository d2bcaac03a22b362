import { ResponseInvalidError } from '../errors';

/** Answers that are read as a whole may not be larger, so that a broken or hostile server cannot fill the memory. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The chunks of an answer that is read as a whole.
 *
 * @param maxBytes 64 MB if not given
 * @throws ResponseInvalidError (`splittable`) as soon as there are more
 */
export async function* bounded(
	chunks: AsyncIterable<Uint8Array>,
	maxBytes = MAX_BYTES,
): AsyncGenerator<Uint8Array, void> {
	let bytes = 0;
	for await (const chunk of chunks) {
		bytes += chunk.length;
		if (bytes > maxBytes)
			throw new ResponseInvalidError(`The answer is longer than ${maxBytes} bytes.`, { splittable: true });
		yield chunk;
	}
}
