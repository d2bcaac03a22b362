import { ResponseInvalidError } from '../errors';
import { asBuffer, decodeUtf8, withoutBomBytes } from './bytes';
import { countPlainLines, PlainLines } from './csv-plain-lines';
import { CsvRecordReader, CsvRowReader } from './csv-reader';
import type { Page, Row } from './row';

const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const MAX_RECORD_BYTES = 16 * 1024 * 1024;
const PAGE_ROWS = 1000;

/**
 * Decodes CSV (RFC 4180, UTF-8, a BOM is tolerated, lines end with CRLF or LF) while it arrives. The first record
 * names the columns; values stay text. An empty file and one with a header only have no rows.
 *
 * A carriage return alone ends no line. Where it might be meant to, in a header or a single column without quotes, the
 * file is refused.
 *
 * A blank line is a row with an empty value where there is one column. Where there are more it is no row, and is
 * tolerated at the end only: amid the rows it means that something is missing.
 *
 * Pages have 1,000 rows, but lines without quotes travel in pages of their own, one per block, whose rows are made only
 * when somebody looks at them.
 *
 * @param chunks bytes in chunks of any size
 * @param options `onColumns`: gets the column names before any row, none for an empty file; it throws when the file is
 *   not the one that was expected. `onStrayQuote`: gets the number of a line with a quote inside of a value, where it
 *   can be read in one way only
 * @throws ResponseInvalidError with the line number when a row has more or fewer values than there are columns, when a
 *   column name occurs twice, on other stray or unclosed quotes and on bytes that are not UTF-8; also on a row over 16 MB
 */
export async function* decodeCsv(
	chunks: AsyncIterable<Uint8Array>,
	options: { onColumns?: (columns: readonly string[]) => void; onStrayQuote?: (line: number) => void } = {},
): AsyncGenerator<Page, void> {
	const { onColumns, onStrayQuote } = options;
	const records = new CsvRecordReader(onStrayQuote);
	let reader: CsvRowReader | undefined;
	let page: Row[] = [];
	/** A record that may go on, since a stray quote can make blocks end too early. */
	let unread = '';

	function* pagesOf(text: string, isEnd: boolean): Generator<Page> {
		records.load(text, isEnd);
		if (reader === undefined) {
			const columns = readColumns(records);
			if (columns.length > 0) {
				reader = new CsvRowReader(records, columns);
				onColumns?.(columns);
			}
		}
		while (records.hasNext) {
			reader?.read(page, PAGE_ROWS);
			if (page.length < PAGE_ROWS) continue;
			yield page;
			page = [];
		}
		unread = records.rest;
		if (unread.length > MAX_RECORD_BYTES) throw tooLong();
	}

	for await (const parts of csvBlocks(withoutBomBytes(chunks))) {
		// Only blank lines may follow a blank one, and they have to be looked at.
		if (reader !== undefined && unread === '' && reader.blankLine === undefined) {
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
		yield* pagesOf(unread + text, false);
	}
	if (unread !== '') yield* pagesOf(unread, true);
	if (reader === undefined) onColumns?.([]);
	if (page.length > 0) yield page;
}

/**
 * Regroups bytes so that no record, and so no character, is cut: none of the bytes that decide that occurs inside of
 * another UTF-8 character. Every byte is looked at once, however long a record and however small the chunks.
 *
 * @param chunks bytes of a CSV file in chunks of any size, which become parts of the blocks
 * @returns blocks in one or two parts of whole records: one that was cut is joined, the others are not copied. The very
 *   last record may lack its line end
 * @throws ResponseInvalidError when one record is longer than 16 MB, which bounds the memory
 */
async function* csvBlocks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Buffer[], void> {
	const records = new RecordEnds();
	let pending: Uint8Array[] = [];
	let pendingBytes = 0;

	for await (const chunk of chunks) {
		const { first, last } = records.take(chunk);
		if (last > 0) {
			const cut = pendingBytes > 0 ? first : 0;
			const joined = Buffer.concat([...pending, chunk.subarray(0, cut)]);
			yield [joined, asBuffer(chunk.subarray(cut, last))].filter(({ length }) => length > 0);
			pending = [];
			pendingBytes = 0;
		}
		if (last < chunk.length) {
			pending.push(chunk.subarray(last));
			pendingBytes += chunk.length - last;
		}
		if (pendingBytes > MAX_RECORD_BYTES) throw tooLong();
	}
	if (pendingBytes > 0) yield [Buffer.concat(pending)];
}

/**
 * Where records end: at a line feed outside of quotes. Only a quote that begins a value opens them, and only one in front
 * of a comma or a line end closes them, so that a stray one takes no other record with it.
 */
class RecordEnds {
	private beginsValue = true;
	private inQuotes = false;
	/** Behind a quote inside of quotes, which closes them or is the first of two. */
	private mayClose = false;

	/** @returns the offsets behind the first and the last record that end in the chunk, 0 when none does */
	take(chunk: Uint8Array): { first: number; last: number } {
		// It says nothing of what stands in front of the next one.
		if (chunk.length === 0) return { first: 0, last: 0 };
		if (!this.inQuotes && !chunk.includes(QUOTE)) {
			this.beginsValue = isSeparator(chunk.at(-1));
			return { first: chunk.indexOf(LINE_FEED) + 1, last: chunk.lastIndexOf(LINE_FEED) + 1 };
		}
		let first = 0;
		let last = 0;
		for (let offset = 0; offset < chunk.length; offset++) {
			const byte = chunk[offset];
			if (this.inQuotes) {
				if (byte === QUOTE) {
					this.mayClose = !this.mayClose;
					continue;
				}
				this.inQuotes = !(this.mayClose && (isSeparator(byte) || byte === CARRIAGE_RETURN));
				this.mayClose = false;
				if (this.inQuotes) continue;
			} else if (byte === QUOTE) {
				this.inQuotes = this.beginsValue;
			}
			this.beginsValue = isSeparator(byte);
			if (byte !== LINE_FEED) continue;
			last = offset + 1;
			first ||= last;
		}
		return { first, last };
	}
}

function isSeparator(byte: number | undefined): boolean {
	return byte === COMMA || byte === LINE_FEED;
}

function tooLong(): ResponseInvalidError {
	return new ResponseInvalidError(
		'A row of the CSV file is longer than 16 MB; probably a quote in it is never closed, or no line feed ends it.',
	);
}

/** None when the header may go on. */
function readColumns(records: CsvRecordReader): string[] {
	const columns: string[] = [];
	records.read(columns);
	records.refuseLoneReturn(1, columns);
	const seen = new Set<string>();
	for (const column of columns) {
		if (seen.has(column))
			throw new ResponseInvalidError(`The header of the CSV file has the column "${column}" twice.`);
		seen.add(column);
	}
	return columns;
}
