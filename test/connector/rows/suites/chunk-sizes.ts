import { cut, Source } from '../chunks';

/** Single bytes, what cuts everything somewhere, and all at once. */
export const CHUNK_SIZES = [1, 11, Infinity];

export function inChunks(bytes: Buffer, size: number): Source<Uint8Array> {
	const offsets = Array.from(
		{ length: Math.ceil(bytes.length / size) - 1 },
		(_none, index) => (index + 1) * size,
	);
	return new Source(cut(bytes, offsets));
}
