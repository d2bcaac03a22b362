import { ResponseInvalidError } from '../errors';
import { csvBlocks } from './csv-blocks';
import { countPlainLines } from './csv-line-count';
import { plainLinesPage } from './csv-plain-lines';
import { CsvRecordReader } from './csv-record-reader';
import type { Page, Row } from './row';
import { decodeUtf8, withoutBom } from './utf8';

const PAGE_ROWS = 1000;

/**
 * Decodes CSV (RFC 4180, UTF-8, a BOM is tolerated, lines end with CRLF or LF) while it arrives. The first record
 * names the columns; values stay text. An empty file and one with a header only have no rows.
 *
 * A blank line is a row with an empty value where there is one column. Where there are more it is no row, and is
 * tolerated at the end only: amid the rows it means that something is missing.
 *
 * Pages have 1,000 rows, but lines without quotes travel in pages of their own, one per block, whose rows are made only
 * when somebody looks at them.
 *
 * @param chunks bytes in chunks of any size
 * @param options `onColumns`: gets the column names before any row, none for an empty file; it throws when the file is
 *   not the one that was expected
 * @throws ResponseInvalidError with the line number when a row has more or fewer values than there are columns, when a
 *   column name occurs twice, on stray or unclosed quotes and on bytes that are not UTF-8; also on a row over 16 MB
 */
export async function* decodeCsv(
	chunks: AsyncIterable<Uint8Array>,
	{ onColumns }: { onColumns?: (columns: readonly string[]) => void } = {},
): AsyncGenerator<Page, void> {
	const reader = new CsvRecordReader();
	const cells: string[] = [];
	let columns: string[] | undefined;
	let emptyRow: Row = {};
	let blankLine: number | undefined;
	let page: Row[] = [];

	for await (const parts of csvBlocks(chunks)) {
		const plain =
			columns === undefined || blankLine !== undefined ? undefined : countPlainLines(parts, columns.length);
		if (plain !== undefined && columns !== undefined) {
			if (page.length > 0) yield page;
			page = [];
			reader.line += plain;
			yield plainLinesPage({ columns, parts, rows: plain }, rowsReader(parts, columns));
			continue;
		}
		const text = decodeUtf8(Buffer.concat(parts), `The CSV file from line ${reader.line} on`);
		if (columns === undefined) {
			reader.load(withoutBom(text));
			columns = readColumns(reader);
			onColumns?.(columns);
			emptyRow = emptyRowOf(columns);
		} else {
			reader.load(text);
		}
		while (reader.hasNext) {
			const { line } = reader;
			const count = reader.read(cells);
			if (count === 1 && cells[0] === '' && columns.length > 1) {
				blankLine ??= line;
				continue;
			}
			if (blankLine !== undefined) {
				throw new ResponseInvalidError(`Line ${blankLine} of the CSV file is blank although rows follow.`);
			}
			if (count !== columns.length) {
				throw new ResponseInvalidError(
					`The row on line ${line} of the CSV file has ${count} values for ${columns.length} columns.`,
				);
			}
			page.push(rowOf(columns, cells, emptyRow));
			if (page.length >= PAGE_ROWS) {
				yield page;
				page = [];
			}
		}
	}
	if (columns === undefined) onColumns?.([]);
	if (page.length > 0) yield page;
}

/** Copying a row of the right shape is what makes rows cheap, and `__proto__` a column like any other. */
function emptyRowOf(columns: readonly string[]): Row {
	return Object.fromEntries(columns.map((column) => [column, '']));
}

function rowOf(columns: readonly string[], cells: readonly string[], emptyRow: Row): Row {
	const row = { ...emptyRow };
	for (const [index, column] of columns.entries()) row[column] = cells[index];
	return row;
}

/** Takes plain lines apart later, if ever. */
function rowsReader(parts: readonly Buffer[], columns: readonly string[]): () => Row[] {
	return () => {
		const reader = new CsvRecordReader();
		const cells: string[] = [];
		const emptyRow = emptyRowOf(columns);
		const rows: Row[] = [];
		// That it is UTF-8 is known; this is the faster way to decode it.
		reader.load(decodeUtf8(Buffer.concat(parts), 'The CSV file'));
		while (reader.hasNext) {
			reader.read(cells);
			rows.push(rowOf(columns, cells, emptyRow));
		}
		return rows;
	};
}

function readColumns(reader: CsvRecordReader): string[] {
	const columns: string[] = [];
	reader.read(columns);
	const seen = new Set<string>();
	for (const column of columns) {
		if (seen.has(column)) {
			throw new ResponseInvalidError(`The header of the CSV file has the column "${column}" twice.`);
		}
		seen.add(column);
	}
	return columns;
}
