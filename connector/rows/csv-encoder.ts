import { ResponseInvalidError } from '../errors';
import { PLAIN_CSV, type CsvDialect } from './csv-dialect';
import { PlainLines } from './csv-plain-lines';
import type { Row } from './row';
import { encodedLines, type RowEncoder } from './row-encoder';

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
 * `_extra` is there when rows looked at need it, or when fields that were not asked for may follow in rows that nobody
 * looked at: a platform that was asked for its columns gives no others. A field that is itself
 * called `_extra` gets no column of its own but its place in that object, so that the column always means the same.
 *
 * @param lookAhead the first rows
 * @param ended true when `lookAhead` holds all rows
 */
export function chooseColumns(fields: ColumnSources, lookAhead: readonly Row[], ended: boolean): string[] {
	const { requested = [], known = [] } = fields;
	const answered = new Set(lookAhead.flatMap((row) => Object.keys(row)));
	const areRequested = requested.length > 0;
	const columns = new Set(areRequested ? requested : [...known, ...answered]);
	const extraRequested = columns.delete(EXTRA_COLUMN);
	const extraAnswered = [...answered].some((field) => !columns.has(field));
	// Without any column the rows would be blank lines, which nobody could count.
	const withoutColumns = columns.size === 0 && lookAhead.length > 0;
	const mayFollow = !ended && !areRequested;
	if (extraRequested || extraAnswered || withoutColumns || mayFollow) columns.add(EXTRA_COLUMN);
	return [...columns];
}

/**
 * CSV (RFC 4180): UTF-8, CRLF, quotes only where needed. Null, undefined and missing values are empty, valid dates ISO
 * 8601 and others empty, objects and arrays JSON, booleans as JavaScript prints them. Lines that came as CSV with the same
 * columns are written without being taken apart, unless another dialect is wanted.
 *
 * @param columns as `chooseColumns` gives them; what a row has beyond them goes as one JSON object into a last column
 *   `_extra`. Where there is none, `encode` throws on such a row rather than lose a value
 */
export function createCsvEncoder(columns: readonly string[], dialect: CsvDialect = PLAIN_CSV): RowEncoder {
	const hasExtra = columns.at(-1) === EXTRA_COLUMN;
	const fields = hasExtra ? columns.slice(0, -1) : columns;
	const known = new Set(fields);
	const { begin, needsQuotes, separator } = dialect;

	function encodeRow(row: Row): string {
		const cells: string[] = [];
		let found = 0;
		for (const field of fields) {
			const present = Object.hasOwn(row, field);
			if (present) found++;
			cells.push(present ? encodeValue(row[field]) : '');
		}
		const extra = found < Object.keys(row).length ? extraOf(row) : [];
		if (hasExtra) cells.push(extra.length > 0 ? encodeValue(Object.fromEntries(extra)) : '');
		else if (extra.length > 0) throw unexpected(extra.map(([field]) => field));
		return encodeLine(cells);
	}

	function extraOf(row: Row): [string, unknown][] {
		return Object.entries(row).filter(([field, value]) => value !== undefined && !known.has(field));
	}

	function encodeLine(cells: readonly string[]): string {
		// Readers skip blank lines: one empty value needs quotes to be a row.
		return `${cells.join(separator) || '""'}\r\n`;
	}

	function encodeValue(value: unknown): string {
		if (typeof value === 'string') return quoteWhereNeeded(dialect.text(value));
		if (typeof value === 'number' || typeof value === 'bigint')
			return quoteWhereNeeded(dialect.number(value));
		if (typeof value === 'boolean') return String(value);
		if (value === null || value === undefined) return '';
		if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
		return quoteWhereNeeded(JSON.stringify(value));
	}

	function quoteWhereNeeded(text: string): string {
		return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	}

	return {
		mimeType: 'text/csv',
		fileExtension: 'csv',
		columns,
		header: () => Buffer.from(begin + (columns.length > 0 ? encodeLine(columns.map(encodeValue)) : '')),
		encode: (page) =>
			dialect === PLAIN_CSV && page instanceof PlainLines && page.hasColumns(fields)
				? [page.rewritten(hasExtra)]
				: encodedLines(page, encodeRow),
	};
}

/** The header is written, so there is no column left to put them into. */
function unexpected(fields: readonly string[]): ResponseInvalidError {
	const names = fields.slice(0, 5).join(', ');
	return new ResponseInvalidError(
		`The platform answered columns that it was not asked for (${names}) when the header of the CSV file was already written.`,
		{ advice: 'Write an NDJSON file instead, which takes whatever comes.' },
	);
}
