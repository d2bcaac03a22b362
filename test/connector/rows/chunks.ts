import * as fc from 'fast-check';

import type { Page, Row } from '../../../connector/rows';

/** A source that remembers whether it was closed or read to its end. */
export class Source<T> implements AsyncIterable<T> {
	closed = false;
	delivered = 0;

	constructor(private readonly items: Iterable<T>) {}

	async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
		try {
			for (const item of this.items) {
				this.delivered++;
				yield item;
			}
		} finally {
			this.closed = true;
		}
	}
}

/** Bytes cut at the given offsets; without any, into chunks of one byte. */
export function cut(bytes: Uint8Array, offsets?: readonly number[]): Uint8Array[] {
	const borders = offsets ? [...offsets].sort((a, b) => a - b) : [...bytes.keys()].slice(1);
	return [0, ...borders].map((from, index) => bytes.subarray(from, borders[index]));
}

/** The bytes whole, cut into single bytes, or cut anywhere. */
export function arbitraryChunks(bytes: Uint8Array): fc.Arbitrary<Uint8Array[]> {
	return fc.oneof(
		fc.constant<Uint8Array[]>([bytes]),
		fc.constant(cut(bytes)),
		fc.array(fc.nat(bytes.length), { maxLength: 20 }).map((offsets) => cut(bytes, offsets)),
	);
}

export async function collect<T>(items: AsyncIterable<T> | Iterable<T>): Promise<T[]> {
	const collected: T[] = [];
	for await (const item of items) collected.push(item);
	return collected;
}

export async function collectRows(pages: AsyncIterable<Page> | Iterable<Page>): Promise<Row[]> {
	return (await collect(pages)).flatMap((page) => [...page]);
}
