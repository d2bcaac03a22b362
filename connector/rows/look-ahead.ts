import { hold, replay } from './hold';
import type { Page, Row } from './row';

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
