import type { Page, Row } from './row';

/** Turns rows into the bytes of one file format; header and pages, one after the other, make the file. */
export interface RowEncoder {
	readonly mimeType: string;
	/** Without a dot. */
	readonly fileExtension: string;
	/** In the order of the file; undefined where every row names its own fields. */
	readonly columns: readonly string[] | undefined;
	/** What stands before the first row; may be empty. */
	header(): Buffer;
	/** A page piece by piece. */
	encode(page: Page): Iterable<Buffer>;
}

/** Characters that are made at once; those of a whole page would stay in memory until a full garbage collection. */
const PIECE_LENGTH = 128 * 1024;

/** @param lineOf the text of a row with its line end */
export function* encodedLines(page: Page, lineOf: (row: Row) => string): Generator<Buffer> {
	let text = '';
	for (const row of page) {
		text += lineOf(row);
		if (text.length < PIECE_LENGTH) continue;
		yield Buffer.from(text);
		text = '';
	}
	if (text !== '') yield Buffer.from(text);
}

/** NDJSON: one JSON object per line, each line ended with LF. */
export function createNdjsonEncoder(): RowEncoder {
	return {
		mimeType: 'application/x-ndjson',
		fileExtension: 'ndjson',
		columns: undefined,
		header: () => Buffer.alloc(0),
		encode: (page) => encodedLines(page, (row) => `${JSON.stringify(row)}\n`),
	};
}
