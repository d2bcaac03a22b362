import { ResponseInvalidError } from '../errors';
import { csvBlocks } from './csv-blocks';
import { CsvRecordReader } from './csv-record-reader';
import type { Page, Row } from './row';
import { decodeUtf8, withoutBom } from './utf8';

const DEFAULT_PAGE_ROWS = 1000;

/**
 * Decodes CSV (RFC 4180, UTF-8, a BOM is tolerated, lines end with CRLF or LF) while it arrives. The first record
 * names the columns; values stay text. An empty file and one with a header only have no rows.
 *
 * A blank line is a row with an empty value where there is one column. Where there are more it is no row, and is
 * tolerated at the end only: amid the rows it means that something is missing.
 *
 * @param chunks bytes in chunks of any size
 * @param options `pageRows`: rows per page, 1,000 if not given; the last page has the rest. `onColumns`: gets the column
 *   names before any row, none for an empty file; it throws when the file is not the one that was expected
 * @throws ResponseInvalidError with the line number when a row has more or fewer values than there are columns, when a
 *   column name occurs twice, on stray or unclosed quotes and on bytes that are not UTF-8; also on a row over 16 MB
 */
export async function* decodeCsv(
	chunks: AsyncIterable<Uint8Array>,
	options: { pageRows?: number; onColumns?: (columns: readonly string[]) => void } = {},
): AsyncGenerator<Page, void> {
	const { pageRows = DEFAULT_PAGE_ROWS, onColumns } = options;
	const reader = new CsvRecordReader();
	const cells: string[] = [];
	let columns: string[] | undefined;
	// Copying a row of the right shape is what makes rows cheap, and `__proto__` a column like any other.
	let emptyRow: Row = {};
	let blankLine: number | undefined;
	let page: Row[] = [];

	for await (const block of csvBlocks(chunks)) {
		const text = decodeUtf8(block, `The CSV file from line ${reader.line} on`);
		if (columns === undefined) {
			reader.load(withoutBom(text));
			columns = readColumns(reader);
			onColumns?.(columns);
			emptyRow = Object.fromEntries(columns.map((column) => [column, '']));
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
			const row = { ...emptyRow };
			columns.forEach((column, index) => (row[column] = cells[index]));
			page.push(row);
			if (page.length >= pageRows) {
				yield page;
				page = [];
			}
		}
	}
	if (columns === undefined) onColumns?.([]);
	if (page.length > 0) yield page;
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
