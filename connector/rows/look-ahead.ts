import type { Page, Row } from './row';

/** The beginning of a stream of rows, and how to get the rest of it. */
export interface Held {
	readonly pages: Page[];
	/** Undefined when `pages` is all there is. */
	readonly rest: AsyncIterator<Page> | undefined;
}

/** Reads until the source ends or `rows` rows are held. */
export async function hold(source: AsyncIterable<Page>, rows: number): Promise<Held> {
	const iterator = source[Symbol.asyncIterator]();
	const pages: Page[] = [];
	let held = 0;
	while (held < rows) {
		const next = await iterator.next();
		if (next.done === true) return { pages, rest: undefined };
		pages.push(next.value);
		held += next.value.length;
	}
	return { pages, rest: iterator };
}

/**
 * Items that were already read from `rest`, then `rest` itself. Written as an object, not as a generator: a generator that
 * never started would not close `rest` on `return()`.
 *
 * @param read taken out as they go, so that a long stream does not keep its first ones until its end
 * @param rest the iterator they came from, if it goes on; it is closed when the consumer stops early
 */
export function replay<T>(read: T[], rest?: AsyncIterator<T>): AsyncIterableIterator<T> {
	const end: IteratorResult<T> = { value: undefined, done: true };
	let stopped = false;
	return {
		[Symbol.asyncIterator]() {
			return this;
		},
		async next() {
			if (stopped) return end;
			if (read.length > 0) return { value: read.shift() as T, done: false };
			return rest?.next() ?? end;
		},
		async return() {
			stopped = true;
			await rest?.return?.();
			return end;
		},
	};
}

interface LookAhead {
	/** Exactly the first rows, however the source cuts its pages; fewer when it has fewer. */
	first: Row[];
	/** True when `first` holds all rows there are. */
	ended: boolean;
	/** All rows from the first one on. Close it (`return()`), also when nothing was read from it. */
	pages: AsyncIterableIterator<Page>;
}

/**
 * Reads ahead far enough to know the first rows and whether there are more, and gives back a stream that still
 * delivers every row. What the source throws meanwhile is thrown here.
 *
 * @param pages the source; read until it gave more than `rows` rows or ended
 * @param rows number of rows to look at
 */
export async function lookAhead(pages: AsyncIterable<Page>, rows: number): Promise<LookAhead> {
	const { pages: read, rest } = await hold(pages, rows + 1);
	const first = read.flatMap((page) => [...page]).slice(0, rows);
	return { first, ended: rest === undefined, pages: replay(read, rest) };
}
