import { ResponseInvalidError } from '../errors';
import type { Row } from '../rows';
import { PageGuard } from './guards';
import type { RowLimit } from './row-limit';

interface CursorPage<Item extends Row = Row> {
	readonly rows: readonly Item[];
	/** Where the next page starts; undefined at the end. */
	readonly next: string | undefined;
}

/**
 * Pages by an opaque cursor that each answer gives for the next request.
 *
 * @param fetchPage gets the cursor (undefined for the first page) and the number of rows still wanted
 * @throws {ResponseInvalidError} a cursor that was given before, or an empty page that promises more
 */
export async function* cursorPages<Item extends Row>(
	fetchPage: (cursor: string | undefined, wanted: number) => Promise<CursorPage<Item>>,
	limit: RowLimit,
): AsyncGenerator<readonly Item[]> {
	const guard = new PageGuard();
	const seen = new Set<string>();
	const wanted = limit.remaining;
	let received = 0;
	let cursor: string | undefined;
	while (received < wanted) {
		const { rows, next } = await fetchPage(cursor, wanted - received);
		await guard.check(rows, next !== undefined);
		if (next !== undefined && seen.has(next))
			throw new ResponseInvalidError('The platform leads back to a page that was read before.');
		received += rows.length;
		if (next !== undefined && received >= wanted) limit.noteMore();
		if (rows.length > 0) yield rows;
		if (next === undefined) return;
		seen.add(next);
		cursor = next;
	}
}
