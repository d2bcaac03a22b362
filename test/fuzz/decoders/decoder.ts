import type { TransportResponse } from '../../../connector/transport';
import type { Random } from '../random';

/** One decoder of the product beside a simple reading of the same bytes that shares no code with it. */
export interface Decoder {
	readonly name: string;
	/** An answer as the platform sends it, in the forms that the decoder has to know. */
	readonly answers: readonly Buffer[];
	/** Another way to damage an answer than by its bytes, where it has a structure. */
	readonly restructure?: (random: Random) => Buffer;
	/** What the product makes of an answer. It throws one of our errors for what it refuses. */
	readonly decode: (answer: Buffer, random: Random) => Promise<unknown>;
	/** What the answer says, to compare with; {@link Unreadable} where nobody may take it for an answer. */
	readonly read: (answer: Buffer) => unknown;
	/** Whether two readings are the same, where that is not plain equality. */
	readonly same?: (decoded: unknown, read: unknown) => boolean;
}

/** Nobody may take it for an answer: broken off, no such format, another envelope, a refusal. */
export class Unreadable extends Error {}

/** Bytes in pieces of random sizes, as a network delivers them. */
export async function* inPieces(bytes: Buffer, random: Random): AsyncGenerator<Uint8Array> {
	for (let from = 0; from < bytes.length;) {
		const to = from + 1 + random.below(random.chance(0.3) ? 3 : bytes.length);
		yield bytes.subarray(from, to);
		from = to;
	}
}

export const answered = (bytes: Buffer, random: Random): TransportResponse => ({
	status: 200,
	headers: {},
	body: inPieces(bytes, random),
	discard: () => undefined,
});

/** The text of UTF-8 bytes without the byte order mark. */
export function utf8(bytes: Buffer): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new Unreadable('no UTF-8');
	}
}
