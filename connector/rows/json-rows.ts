import { ResponseInvalidError } from '../errors';
import { behindBlanks, CLOSING_BRACE, OPENING_BRACE, OPENING_BRACKET, runOfMembers } from './json-bytes';
import { parseMembers, type Members } from './json-members';
import { PIECE_BYTES } from './json-pieces';
import { isRow, type Page, type Row, type RowSource } from './row';
import { giveBackMemory } from './spare-memory';

/**
 * Bytes that are parsed before the event loop is free again, some milliseconds of work. Rows of so much also die young:
 * those of a page of megabytes would stay in memory until the next full garbage collection.
 */
const TURN_BYTES = 256 * 1024;

/** Rows that are still JSON text and are parsed a piece at a time while somebody reads them. */
export class JsonRows implements RowSource {
	readonly isEmpty = false;

	/** @param bytes rows with commas between them, and a byte on either side: `[{...},{...}]` */
	constructor(private bytes: Buffer | undefined) {}

	async equals(other: RowSource): Promise<boolean> {
		return Promise.resolve(other instanceof JsonRows && this.text.equals(other.text));
	}

	discard(): void {
		if (this.bytes !== undefined) giveBackMemory(this.bytes);
		this.bytes = undefined;
	}

	private get text(): Buffer {
		if (this.bytes === undefined) throw new Error('These rows were discarded.');
		return this.bytes;
	}

	/**
	 * Where a row ends is guessed by its `},{`, until a guess was wrong. A wrong one, inside of a string or of a nested list,
	 * leaves a piece with an open end, which is no JSON; so pieces that all parse were cut at the right places. The event
	 * loop is free after each page.
	 *
	 * @throws {ResponseInvalidError} it is not all rows, or not UTF-8; what came before was
	 */
	async *pages(): AsyncGenerator<Page> {
		const { text } = this;
		const last = text.length - 1;
		let endOfPiece = guessedEnd;
		let position = 1;
		let page: Row[] = [];
		let pageStart = position;
		while (position < last) {
			const end = Math.min(last, endOfPiece(text, position));
			const rows = parsedRows({ text, start: position, end });
			if (rows === undefined && endOfPiece === guessedEnd) {
				endOfPiece = exactEnd;
				continue;
			}
			for (const row of rows ?? []) page.push(row);
			position = end + 1;
			if (rows !== undefined && position - pageStart < TURN_BYTES && position < last) continue;
			if (page.length > 0) yield page;
			if (rows === undefined) throw noRows();
			page = [];
			pageStart = position;
			await new Promise((resolve) => setImmediate(resolve));
		}
	}
}

/** Offset of a comma that probably stands between two rows. */
function guessedEnd(text: Buffer, start: number): number {
	for (let comma = start + PIECE_BYTES; ; comma++) {
		comma = text.indexOf(',', comma);
		if (comma < 0) return text.length;
		const [before, behind] = [text[comma - 1], text[behindBlanks(text, comma + 1)]];
		if (before === CLOSING_BRACE && behind === OPENING_BRACE) return comma;
	}
}

/** The same for certain; every byte is looked at for that, which a guess saves. */
function exactEnd(text: Buffer, start: number): number {
	const run = runOfMembers(text, start, { least: PIECE_BYTES });
	return run === undefined || run.closes ? text.length : run.end;
}

/** @returns undefined where it is not all rows */
function parsedRows(members: Members): Row[] | undefined {
	try {
		const values = parseMembers(members, OPENING_BRACKET, 'The answer') as unknown[];
		return values.every(isRow) ? values : undefined;
	} catch (error) {
		if (error instanceof ResponseInvalidError) throw error;
		return undefined;
	}
}

function noRows(): ResponseInvalidError {
	return new ResponseInvalidError('The answer has something else among its rows, or is no valid JSON.');
}
