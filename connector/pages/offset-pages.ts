import { ResponseInvalidError } from '../errors';
import { rowSource, type Page, type RowSource } from '../rows';
import { PageGuard } from './guards';
import type { RowLimit } from './row-limit';

export interface OffsetPage {
	readonly rows: Page | RowSource;
	/** Asked when the rows are known; gets their number. */
	readonly hasMore: (received: number) => boolean;
}

export interface OffsetPaging {
	/** Rows of a page when nothing limits it. */
	readonly pageSize: number;
	readonly limit: RowLimit;
}

/**
 * Pages by row offset, where the answer says whether there is more. The offset advances by the rows received, so a
 * server that caps the page size makes no gap. A page whose answer is too long is asked for in smaller ones.
 *
 * @param fetchPage gets the offset in rows and the largest number of rows wanted
 * @throws {ResponseInvalidError} an empty page that promises more, or a repeated page
 */
export async function* offsetPages(
	fetchPage: (offset: number, size: number) => Promise<OffsetPage>,
	{ pageSize, limit }: OffsetPaging,
): AsyncGenerator<Page> {
	const guard = new PageGuard();
	const wanted = limit.remaining;
	let largest = pageSize;
	let offset = 0;
	while (offset < wanted) {
		const size = Math.min(largest, wanted - offset);
		const page = await fetchPage(offset, size).catch((error: unknown) => {
			if (size === 1 || !isTooLong(error)) throw error;
		});
		if (page === undefined) {
			largest = Math.ceil(size / 2);
			continue;
		}
		const rows = rowSource(page.rows);
		guard.check(rows, rows.isEmpty && page.hasMore(0));
		// How many rows there are may be known only when they were read.
		let received = 0;
		for await (const piece of rows.pages()) {
			received += piece.length;
			if (piece.length > 0) yield piece;
		}
		offset += received;
		if (!page.hasMore(received)) return;
		if (offset >= wanted) limit.noteMore();
	}
}

/** Of the invalid answers only one that is too long would be better as a smaller one. */
function isTooLong(error: unknown): boolean {
	return error instanceof ResponseInvalidError && error.splittable;
}
