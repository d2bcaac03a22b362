import type { Row } from './row';

/** The last column of a CSV file that cannot know all its columns: what has none of its own, as one JSON object. */
export const EXTRA_COLUMN = '_extra';

/** Where columns can come from; see {@link chooseColumns}. */
export interface ColumnSources {
	/** What the user asked for, in that order; empty counts as not given. */
	readonly requested?: readonly string[];
	/** What the schema has. */
	readonly known?: readonly string[];
}

/**
 * The columns of a CSV file whose header is written before all rows are known: the requested fields in their order,
 * else the known ones and then those of the rows looked at, in order of appearance. Names must match exactly: a field
 * that a platform answers under another spelling goes into `_extra`.
 *
 * `_extra` is there when rows looked at need it, or when rows may follow that nobody looked at. A field that is itself
 * called `_extra` gets no column of its own but its place in that object, so that the column always means the same.
 *
 * @param lookAhead the first rows
 * @param ended true when `lookAhead` holds all rows
 */
export function chooseColumns(fields: ColumnSources, lookAhead: readonly Row[], ended: boolean): string[] {
	const { requested = [], known = [] } = fields;
	const answered = new Set(lookAhead.flatMap((row) => Object.keys(row)));
	const columns = new Set(requested.length > 0 ? requested : [...known, ...answered]);
	const extraRequested = columns.delete(EXTRA_COLUMN);
	const extraAnswered = [...answered].some((field) => !columns.has(field));
	// Without any column the rows would be blank lines, which nobody could count.
	const withoutColumns = columns.size === 0 && lookAhead.length > 0;
	if (extraRequested || extraAnswered || withoutColumns || !ended) columns.add(EXTRA_COLUMN);
	return [...columns];
}
