import { ResponseInvalidError } from '../errors';
import { csvBlocks } from './csv-blocks';
import { countPlainLines, PlainLines } from './csv-plain-lines';
import { CsvRecordReader, CsvRowReader } from './csv-reader';
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
	const records = new CsvRecordReader();
	let reader: CsvRowReader | undefined;
	let page: Row[] = [];

	for await (const parts of csvBlocks(chunks)) {
		// Only blank lines may follow a blank one, and they have to be looked at.
		if (reader !== undefined && reader.blankLine === undefined) {
			const lines = countPlainLines(parts, reader.columns.length);
			if (lines !== undefined) {
				if (page.length > 0) yield page;
				page = [];
				records.line += lines;
				yield new PlainLines(reader.columns, parts, lines);
				continue;
			}
		}
		const text = decodeUtf8(Buffer.concat(parts), `The CSV file from line ${records.line} on`);
		records.load(reader === undefined ? withoutBom(text) : text);
		if (reader === undefined) {
			reader = new CsvRowReader(records, readColumns(records));
			onColumns?.(reader.columns);
		}
		while (records.hasNext) {
			reader.read(page, PAGE_ROWS);
			if (page.length < PAGE_ROWS) continue;
			yield page;
			page = [];
		}
	}
	if (reader === undefined) onColumns?.([]);
	if (page.length > 0) yield page;
}

function readColumns(records: CsvRecordReader): string[] {
	const columns: string[] = [];
	records.read(columns);
	const seen = new Set<string>();
	for (const column of columns) {
		if (seen.has(column))
			throw new ResponseInvalidError(`The header of the CSV file has the column "${column}" twice.`);
		seen.add(column);
	}
	return columns;
}
