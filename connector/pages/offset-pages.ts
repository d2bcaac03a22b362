import { ResponseInvalidError } from '../errors';
import { rowSource, type Page, type RowSource } from '../rows';
import { assertComplete } from './complete';
import { PageGuard } from './guards';
import type { RowLimit } from './row-limit';

export interface OffsetPage {
	readonly rows: Page | RowSource;
	/**
	 * Rows as the answer counts them, be it those of its page or all there are: a listing that ends with fewer lacks some,
	 * whichever is meant.
	 */
	readonly count?: number | null;
	/** Asked when the rows are known; gets their number. */
	readonly hasMore: (received: number) => boolean;
}

export interface OffsetPaging {
	/** Rows of a page when nothing limits it. */
	readonly pageSize: number;
	readonly limit: RowLimit;
}

type FetchPage<Page = OffsetPage> = (offset: number, size: number) => Promise<Page>;

interface CheckedPage extends Pick<OffsetPage, 'rows' | 'hasMore'> {
	/** Rows that there have to be when this page is the last one. */
	readonly atLeast: number;
}

/**
 * Pages by row offset, where the answer says whether there is more. The offset advances by the rows received, so a
 * server that caps the page size makes no gap. A page whose answer is too long is asked for in smaller ones.
 *
 * @param fetchPage gets the offset in rows and the largest number of rows wanted
 * @throws {ResponseInvalidError} an empty page that promises more, a repeated page, or an end before the highest count
 *   that an answer named
 */
export function offsetPages(fetchPage: FetchPage, paging: OffsetPaging): AsyncGenerator<Page> {
	let largest = paging.pageSize;
	let highest = 0;
	const fetchSmaller: FetchPage = async (offset, wanted) => {
		const size = Math.min(largest, wanted);
		try {
			return await fetchPage(offset, size);
		} catch (error) {
			// Of the invalid answers only one that is too long would be better as a smaller one.
			if (size === 1 || !(error instanceof ResponseInvalidError) || !error.splittable) throw error;
			largest = Math.ceil(size / 2);
			return fetchSmaller(offset, wanted);
		}
	};
	return pagesByOffset(async (offset, wanted) => {
		const { rows, hasMore, count } = await fetchSmaller(offset, wanted);
		highest = Math.max(highest, count ?? 0);
		return { rows, hasMore, atLeast: highest };
	}, paging);
}

/** As {@link offsetPages}, but a page is asked for once, and says itself how many rows there have to be. */
export async function* pagesByOffset(
	fetchPage: FetchPage<CheckedPage>,
	{ pageSize, limit }: OffsetPaging,
): AsyncGenerator<Page> {
	const guard = new PageGuard();
	const wanted = limit.remaining;
	let offset = 0;
	while (offset < wanted) {
		const page = await fetchPage(offset, Math.min(pageSize, wanted - offset));
		const rows = rowSource(page.rows);
		await guard.check(rows, rows.isEmpty && page.hasMore(0));
		// How many rows there are may be known only when they were read.
		let received = 0;
		for await (const piece of rows.pages()) {
			received += piece.length;
			if (piece.length > 0) yield piece;
		}
		offset += received;
		const hasMore = page.hasMore(received);
		if (offset >= wanted && (hasMore || offset < page.atLeast)) limit.noteMore();
		if (hasMore) continue;
		// What was wanted is there, whatever the platform makes of the rest.
		if (offset < wanted) assertComplete(offset, page.atLeast);
		return;
	}
}
