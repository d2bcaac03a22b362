import { sortInTurns, Turns, type Page, type Row } from '../../../connector/rows';

/** For a test, where a platform gives no order: all objects, those first that came last. */
export async function* latestFirst(
	pages: AsyncIterable<Page>,
	ageOf: (object: Row) => string | number,
): AsyncGenerator<Page> {
	const rows: Row[] = [];
	for await (const page of pages) for (const row of page) rows.push(row);
	const turns = new Turns();
	yield await sortInTurns(rows, (one, other) => (ageOf(one) < ageOf(other) ? 1 : -1), turns);
}
