import type { Observe } from '../events';
import type { Page } from '../rows';
import { pagesByOffset, type OffsetPaging } from './offset-pages';

export interface CountedPage {
	readonly rows: Page;
	/** Rows of the whole listing as the platform counts them at this moment; undefined where it does not. */
	readonly total: number | undefined;
}

interface CountedPaging extends OffsetPaging {
	readonly observe: Observe;
	/** Who reads knows each row when it comes again, so that rows which are added meanwhile can be passed over. */
	readonly knowsRows?: boolean;
}

const CHANGED =
	'The number of rows changed while the list was read; some may be missing or doubled. Run it again when nobody edits.';

/**
 * Pages by row offset, where the answer says how many rows there are in all; where it does not, a page that is not full
 * is the last one. Objects come and go while a list of them is read, so a total that changes is told, since rows may
 * have moved between pages, and the lowest one has to be reached. Rows that are added move others only towards the end,
 * so whoever knows them again loses none.
 *
 * @param fetchPage gets the offset in rows and the largest number of rows wanted
 * @throws {ResponseInvalidError} an empty page before every total is reached, or a repeated page
 */
export function countedPages(
	fetchPage: (offset: number, size: number) => Promise<CountedPage>,
	{ observe, knowsRows = false, ...paging }: CountedPaging,
): AsyncGenerator<Page> {
	let lowest: number | undefined;
	let last: number | undefined;
	let changed = false;
	return pagesByOffset(async (offset, size) => {
		// One that is missing later has not changed.
		const { rows, total = last } = await fetchPage(offset, size);
		// At once: whoever reads may stop after this page.
		const isShort = rows.length === 0 && offset < (total ?? 0);
		const hasMoved = knowsRows ? isShort || (total ?? 0) < (last ?? 0) : total !== last && last !== undefined;
		if (hasMoved && !changed) {
			changed = true;
			observe({ type: 'remark', text: CHANGED });
		}
		last = total;
		if (total !== undefined) lowest = Math.min(lowest ?? total, total);
		const end = offset + rows.length;
		// A total that is lower than what came is none, so the page decides.
		const hasMore = total === undefined || total < end ? rows.length >= size : end < total;
		return { rows, atLeast: lowest ?? 0, hasMore: (received) => received > 0 && hasMore };
	}, paging);
}
