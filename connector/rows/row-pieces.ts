import { ResponseInvalidError } from '../errors';
import type { Page, Row } from './row';
import { decodeUtf8 } from './utf8';

/** Bytes that are parsed at a time: V8 gives a longer string memory of its own, which takes more time than to fill it. */
const PIECE_BYTES = 60 * 1024;

/**
 * Bytes that are parsed before the event loop is free again, some milliseconds of work. Rows of so much also die young:
 * those of a page of megabytes would stay in memory until the next full garbage collection.
 */
const TURN_BYTES = 256 * 1024;

const OPENING = Buffer.from('[');
const CLOSING = Buffer.from(']');

/** Tries to find the end of a row before the whole rest is parsed at once; each costs a piece's work. */
const MAX_WRONG_ENDS = 5;

/** Rows that are still JSON text and are parsed a piece at a time while somebody reads them. */
export class RowPieces implements AsyncIterable<Page> {
	/** @param text rows with commas between them: `{...},{...}` */
	constructor(private readonly text: Buffer) {}

	equals(other: RowPieces): boolean {
		return this.text.equals(other.text);
	}

	/** @throws {ResponseInvalidError} it is not all rows; what came before was */
	async *[Symbol.asyncIterator](): AsyncGenerator<Page> {
		for await (const piece of this.parsed()) yield rowsIn(piece);
	}

	/** All rows in one go. @throws as when they are read one after the other */
	atOnce(): Page {
		return rowsIn(parsedList(this.text));
	}

	/**
	 * Lists in which every value is whatever it is, undefined as the last one where the rest is no JSON. Where a row ends is
	 * guessed by its `},{`. A wrong guess, inside of a string or of a nested list, leaves a piece with an open end, which is
	 * no JSON; so pieces that all parse were cut at the right places. The event loop is free after each list.
	 *
	 * @throws {ResponseInvalidError} the bytes are not UTF-8
	 */
	async *parsed(): AsyncGenerator<readonly unknown[] | undefined> {
		const { text } = this;
		let wrongEnds = 0;
		let position = 0;
		let wanted = PIECE_BYTES;
		let list: unknown[] = [];
		let listStart = 0;
		while (position < text.length) {
			const boundary = wrongEnds > MAX_WRONG_ENDS ? 0 : text.indexOf('},{', position + wanted) + 1;
			const end = boundary === 0 ? text.length : boundary;
			const piece = parsedList(text.subarray(position, end));
			if (piece === undefined && end < text.length) {
				wrongEnds += 1;
				wanted = end - position;
				continue;
			}
			if (piece === undefined) {
				yield list;
				yield undefined;
				return;
			}
			for (const value of piece) list.push(value);
			position = end + 1;
			wanted = PIECE_BYTES;
			if (position - listStart < TURN_BYTES && position < text.length) continue;
			yield list;
			list = [];
			listStart = position;
			await new Promise((resolve) => setImmediate(resolve));
		}
	}
}

function parsedList(rows: Buffer): unknown[] | undefined {
	// Brackets put around a string would make the parser copy it.
	const text = decodeUtf8(Buffer.concat([OPENING, rows, CLOSING]), 'The answer');
	try {
		return JSON.parse(text) as unknown[];
	} catch {
		return undefined;
	}
}

function rowsIn(piece: readonly unknown[] | undefined): Page {
	if (!piece?.every(isRow))
		throw new ResponseInvalidError('The answer has something else among its rows, or is no valid JSON.');
	return piece;
}

function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
