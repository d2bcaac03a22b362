import { PlainLines } from './csv-plain-lines';
import type { Row } from './row';
import { encodedLines, type RowEncoder } from './row-encoder';

/** The last column of a CSV file that cannot know all its columns: what has none of its own, as one JSON object. */
export const EXTRA_COLUMN = '_extra';

// A BOM that begins a name would be taken for that of the file, unless quoted.
const NEEDS_QUOTES = /[",\r\n\uFEFF]/;

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

/**
 * CSV (RFC 4180): UTF-8 without BOM, CRLF, quotes only where needed. Null, undefined and missing values are empty,
 * valid dates ISO 8601 and others empty, objects and arrays JSON, numbers and booleans as JavaScript prints them. Lines
 * that came as CSV with the same columns are written without being taken apart.
 *
 * @param columns as `chooseColumns` gives them; what a row has beyond them goes as one JSON object into a last column
 *   `_extra`. Where there is none, `encode` throws a RangeError on such a row rather than lose a value
 */
export function createCsvEncoder(columns: readonly string[]): RowEncoder {
	const hasExtra = columns.at(-1) === EXTRA_COLUMN;
	const fields = hasExtra ? columns.slice(0, -1) : columns;
	const known = new Set(fields);

	function encodeRow(row: Row): string {
		const cells: string[] = [];
		let found = 0;
		for (const field of fields) {
			const present = Object.hasOwn(row, field);
			if (present) found++;
			cells.push(present ? encodeValue(row[field]) : '');
		}
		const extra = found < Object.keys(row).length ? encodeExtra(row) : '';
		if (hasExtra) cells.push(extra);
		else if (extra !== '') throw new RangeError('A row has fields that the columns of its CSV file lack.');
		return encodeLine(cells);
	}

	function encodeExtra(row: Row): string {
		const extra = Object.entries(row).filter(([field, value]) => value !== undefined && !known.has(field));
		return extra.length > 0 ? encodeValue(Object.fromEntries(extra)) : '';
	}

	return {
		mimeType: 'text/csv',
		fileExtension: 'csv',
		columns,
		header: () => Buffer.from(columns.length > 0 ? encodeLine(columns.map(quoteWhereNeeded)) : ''),
		encode: (page) =>
			page instanceof PlainLines && page.hasColumns(fields)
				? [page.rewritten(hasExtra)]
				: encodedLines(page, encodeRow),
	};
}

function encodeLine(cells: readonly string[]): string {
	// Readers skip blank lines: one empty value needs quotes to be a row.
	return `${cells.join(',') || '""'}\r\n`;
}

function encodeValue(value: unknown): string {
	if (typeof value === 'string') return quoteWhereNeeded(value);
	if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
		return String(value);
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
	return quoteWhereNeeded(JSON.stringify(value));
}

function quoteWhereNeeded(text: string): string {
	return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
