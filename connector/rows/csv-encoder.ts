import { EXTRA_COLUMN } from './csv-columns';
import { plainLinesOf, rewriteLines, type PlainLines } from './csv-plain-lines';
import type { Row } from './row';
import type { RowEncoder } from './row-encoder';

// A BOM that begins a name would be taken for that of the file, unless quoted.
const NEEDS_QUOTES = /[",\r\n\uFEFF]/;

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
		encode(page) {
			const lines = plainLinesOf(page);
			if (lines !== undefined && haveColumns(lines, fields)) return rewriteLines(lines, hasExtra);
			let text = '';
			for (const row of page) text += encodeRow(row);
			return Buffer.from(text);
		},
	};
}

function haveColumns({ columns }: PlainLines, fields: readonly string[]): boolean {
	return columns.length === fields.length && columns.every((column, index) => column === fields[index]);
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
