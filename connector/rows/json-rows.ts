import { z } from 'zod';

import { ResponseInvalidError } from '../errors';
import { parseJson } from './json-text';
import { isRow, type Page, type Row, type RowSource } from './row';

/** Bytes that are parsed at a time: longer strings, to which V8 gives memory of their own, take more time per byte. */
const PIECE_BYTES = 60 * 1024;

/**
 * Bytes that are parsed before the event loop is free again, some milliseconds of work. Rows of so much also die young:
 * those of a page of megabytes would stay in memory until the next full garbage collection.
 */
const TURN_BYTES = 256 * 1024;

const OPENING = Buffer.from('[');
const CLOSING = Buffer.from(']');

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING_BRACKET = 0x5b;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACKET = 0x5d;
const CLOSING_BRACE = 0x7d;

/** Rows that are still JSON text and are parsed a piece at a time while somebody reads them. */
export class JsonRows implements RowSource {
	readonly isEmpty = false;

	/** @param text rows with commas between them: `{...},{...}` */
	constructor(private readonly text: Buffer) {}

	equals(other: RowSource): boolean {
		return other instanceof JsonRows && this.text.equals(other.text);
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
		let endOfPiece = guessedEnd;
		let position = 0;
		let page: Row[] = [];
		let pageStart = 0;
		while (position < text.length) {
			const end = endOfPiece(text, position);
			const rows = parsedRows(text.subarray(position, end));
			if (rows === undefined && endOfPiece === guessedEnd) {
				endOfPiece = exactEnd;
				continue;
			}
			for (const row of rows ?? []) page.push(row);
			position = end + 1;
			if (rows !== undefined && position - pageStart < TURN_BYTES && position < text.length) continue;
			if (page.length > 0) yield page;
			if (rows === undefined) throw noRows();
			page = [];
			pageStart = position;
			await new Promise((resolve) => setImmediate(resolve));
		}
	}

	/** @throws as when they are read one after the other */
	atOnce(): Page {
		const rows = parsedRows(this.text);
		if (rows === undefined) throw noRows();
		return rows;
	}
}

/** Offset behind a `}` that probably ends a row. */
function guessedEnd(text: Buffer, start: number): number {
	const boundary = text.indexOf('},{', start + PIECE_BYTES);
	return boundary < 0 ? text.length : boundary + 1;
}

/** The same for certain; every byte is looked at for that, which a guess saves. */
function exactEnd(text: Buffer, start: number): number {
	const { end } = closedEnd(text, start, start + PIECE_BYTES);
	return text[end] === COMMA ? end : text.length;
}

/**
 * Finds where a JSON text has closed all brackets that it has opened.
 *
 * @param least no place in front of it counts
 * @returns the offset behind the bracket and no depth; else the end of the text and how many brackets are open there
 */
export function closedEnd(text: Buffer, start: number, least: number): { end: number; depth: number } {
	let depth = 0;
	let inString = false;
	for (let offset = start; offset < text.length; offset++) {
		const byte = text[offset];
		if (inString) {
			if (byte === BACKSLASH) offset++;
			else if (byte === QUOTE) inString = false;
		} else if (byte === QUOTE) inString = true;
		else if (byte === OPENING_BRACKET || byte === OPENING_BRACE) depth++;
		else if ((byte === CLOSING_BRACKET || byte === CLOSING_BRACE) && --depth === 0 && offset >= least)
			return { end: offset + 1, depth };
	}
	return { end: text.length, depth };
}

/** @returns undefined where it is not all rows */
function parsedRows(text: Buffer): Row[] | undefined {
	try {
		// Brackets put around a string would make the parser copy it.
		const values = parseJson(Buffer.concat([OPENING, text, CLOSING]), 'The answer') as unknown[];
		return values.every(isRow) ? values : undefined;
	} catch (error) {
		if (error instanceof ResponseInvalidError) throw error;
		return undefined;
	}
}

function noRows(): ResponseInvalidError {
	return new ResponseInvalidError('The answer has something else among its rows, or is no valid JSON.');
}

/** A row as it comes: which fields there are depends on what was asked for, and on the account. */
export const row = z.custom<Row>(isRow);

/**
 * The place of a list of objects in the schema of an answer. An entry that is none counts as an object without anything
 * in it, so that it spoils no other; a list without any object is another one.
 */
export function objectsOf<Schema extends z.ZodType>(schema: Schema) {
	return z.preprocess(
		(list) =>
			Array.isArray(list) && list.some(isRow)
				? list.map((entry: unknown) => (isRow(entry) ? entry : {}))
				: list,
		z.array(schema),
	);
}

/** The place of rows in the schema of an answer. Rows that are still text are looked at when they are read. */
export const rowList = z.union([z.array(row), z.instanceof(JsonRows)]);
