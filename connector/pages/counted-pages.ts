import { ResponseInvalidError } from '../errors';
import type { Observe } from '../events';
import type { Page } from '../rows';
import { PageGuard } from './guards';
import type { OffsetPaging } from './offset-pages';

export interface CountedPage {
	readonly rows: Page;
	/** Rows of the whole listing as the platform counts them at this moment. */
	readonly total: number;
}

const CHANGED =
	'The number of rows changed while the list was read; some may be missing or doubled. Run it again when nobody edits.';

/**
 * Pages by row offset, where the answer says how many rows there are in all. An empty page ends the listing only at
 * its end; a total that changes on the way is told, because rows may have moved between pages.
 *
 * @param fetchPage gets the offset in rows and the largest number of rows wanted
 * @throws {ResponseInvalidError} an empty page before the total is reached, or a repeated page
 */
export async function* countedPages(
	fetchPage: (offset: number, size: number) => Promise<CountedPage>,
	{ pageSize, limit, observe }: OffsetPaging & { readonly observe: Observe },
): AsyncGenerator<Page> {
	const guard = new PageGuard();
	const wanted = limit.remaining;
	let offset = 0;
	let firstTotal: number | undefined;
	let changed = false;
	while (offset < wanted) {
		const { rows, total } = await fetchPage(offset, Math.min(pageSize, wanted - offset));
		firstTotal ??= total;
		// At once: whoever reads may stop after this page.
		if (total !== firstTotal && !changed) {
			changed = true;
			observe({ type: 'remark', text: CHANGED });
		}
		offset += rows.length;
		if (rows.length === 0 && offset < Math.min(total, firstTotal))
			throw new ResponseInvalidError(`The platform announced ${total} rows and stopped after ${offset}.`);
		guard.check(rows, false);
		if (offset < total && offset >= wanted) limit.noteMore();
		if (rows.length > 0) yield rows;
		if (rows.length === 0 || offset >= total) break;
	}
}
