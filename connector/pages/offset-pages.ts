import type { Page } from '../rows';
import { PageGuard } from './guards';
import type { RowLimit } from './row-limit';

export interface OffsetPage {
	readonly rows: Page;
	readonly hasMore: boolean;
}

export interface OffsetPaging {
	/** Rows of a page when nothing limits it. */
	readonly pageSize: number;
	readonly limit: RowLimit;
}

/**
 * Pages by row offset, where the answer says whether there is more. The offset advances by the rows received, so a
 * server that caps the page size makes no gap.
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
	let offset = 0;
	while (offset < wanted) {
		const { rows, hasMore } = await fetchPage(offset, Math.min(pageSize, wanted - offset));
		guard.check(rows, hasMore);
		offset += rows.length;
		if (hasMore && offset >= wanted) limit.leaveRest();
		if (rows.length > 0) yield rows;
		if (!hasMore) return;
	}
}
