import type { Page } from '../rows';

/** The beginning of a slice, and how to get the rest of it. */
export interface Held {
	readonly pages: Page[];
	/** Undefined when `pages` is all there is. */
	readonly rest: AsyncIterator<Page> | undefined;
}

/**
 * Reads a slice until it ends or `rows` rows are held. Until then nothing of it was handed on, so a slice that fails
 * meanwhile can be split without doubling a row.
 */
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

/** Gives the pages that were held and then the rest. The source is closed wherever the reader stops. */
export async function* pagesOf({ pages, rest }: Held): AsyncGenerator<Page> {
	try {
		// Taken out as they go: a slice of millions of rows would keep its first ones until its end.
		for (let page = pages.shift(); page !== undefined; page = pages.shift()) yield page;
		if (rest !== undefined) yield* { [Symbol.asyncIterator]: () => rest };
	} finally {
		await rest?.return?.();
	}
}

/** Closes a source that nobody is going to read. Nobody waits for it either: it may still be amid a request. */
export function closeUnread(starting: Promise<Held>): void {
	starting.then(({ rest }) => rest?.return?.()).catch(() => undefined);
}
