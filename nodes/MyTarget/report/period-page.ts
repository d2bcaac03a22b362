import type { OffsetPage } from '../../../connector/pages';
import type { Page } from '../../../connector/rows';

/** An answer of statistics v3. */
interface PeriodAnswer {
	readonly rows: Page;
	readonly count?: number | null;
	/** The page size that was served, where the answer says it. */
	readonly limit?: number | null;
}

/**
 * Whether `count` is that of the page or of all is not clear (sheet 3.20, trap 43). A page may have a next one when it is
 * full, whatever is meant; and when it stays behind the count, which that of a page never leads beyond.
 *
 * @param asked which row the page was to begin with, and how many it could have had
 */
export function periodPage(
	{ rows, count, limit }: PeriodAnswer,
	{ offset, size }: { readonly offset: number; readonly size: number },
): OffsetPage {
	const isFull = rows.length > 0 && rows.length >= Math.min(size, limit ?? size);
	const isBehind = rows.length > 0 && offset + rows.length < (count ?? 0);
	return { rows, count, hasMore: () => isFull || isBehind };
}
