import { ResponseInvalidError } from '../errors';
import type { Observe } from '../events';
import type { Page } from '../rows';
import { pagesByOffset, type OffsetPaging } from './offset-pages';

export interface CountedPage {
	readonly rows: Page;
	/** Rows of the whole listing as the platform counts them at this moment; undefined where it does not. */
	readonly total: number | undefined;
}

const CHANGED =
	'The number of rows changed while the list was read; some may be missing or doubled. Run it again when nobody edits.';

/**
 * Pages by row offset, where the answer says how many rows there are in all; where it does not, a page that is not full
 * is the last one. An empty page ends the listing only at
 * its end; a total that changes on the way is told, because rows may have moved between pages.
 *
 * @param fetchPage gets the offset in rows and the largest number of rows wanted
 * @throws {ResponseInvalidError} an empty page before the total is reached, or a repeated page
 */
export function countedPages(
	fetchPage: (offset: number, size: number) => Promise<CountedPage>,
	{ observe, ...paging }: OffsetPaging & { readonly observe: Observe },
): AsyncGenerator<Page> {
	let firstTotal: number | undefined;
	let changed = false;
	return pagesByOffset(async (offset, size) => {
		const { rows, total } = await fetchPage(offset, size);
		if (total === undefined) return { rows, hasMore: () => rows.length > 0 && rows.length >= size };
		firstTotal ??= total;
		// At once: whoever reads may stop after this page.
		if (total !== firstTotal && !changed) {
			changed = true;
			observe({ type: 'remark', text: CHANGED });
		}
		const end = offset + rows.length;
		if (rows.length === 0 && end < Math.min(total, firstTotal))
			throw new ResponseInvalidError(`The platform announced ${total} rows and stopped after ${end}.`);
		return { rows, hasMore: () => rows.length > 0 && end < total };
	}, paging);
}
