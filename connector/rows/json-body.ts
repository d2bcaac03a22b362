import { ResponseInvalidError } from '../errors';
import { bounded, withoutBom } from './bytes';
import { closedEnd, JsonRows } from './json-rows';
import { parseJson } from './json-text';
import type { Row } from './row';

/** Texts up to this size are parsed at once. */
const SHORT_BYTES = 1024 * 1024;

/** So much may stand around the rows. */
const MAX_ENVELOPE_BYTES = 512 * 1024;

/** Stands for the rows while the text around them is parsed. */
const ROWS = 'rows';

/** What the bytes are called when they are no UTF-8. */
const NAME = 'The answer';

interface JsonOptions {
	/** A longer body is refused without reading it to its end; 64 MB if not given. */
	readonly maxBytes?: number;
	/** A long list of flat rows comes as {@link JsonRows}, which are parsed when they are read. */
	readonly unparsedRows?: boolean;
}

/**
 * Reads a whole JSON body (UTF-8, a BOM is tolerated). As {@link parseJson}, but a long text that is rows in an envelope
 * (`{"data":[{...},{...}],...}`) is parsed in pieces of whole rows, and the event loop is free in between.
 *
 * @param chunks the body in chunks of any size
 * @returns the value, undefined for an empty body
 * @throws ResponseInvalidError when the body is too long, not UTF-8 or not JSON; the message says what came instead,
 *   never its content
 */
export async function readJson(
	chunks: AsyncIterable<Uint8Array>,
	{ maxBytes, unparsedRows = false }: JsonOptions = {},
): Promise<unknown> {
	const read: Uint8Array[] = [];
	for await (const chunk of bounded(chunks, maxBytes)) read.push(chunk);
	const body = Buffer.concat(read);
	read.length = 0;
	if (isBlank(body)) return undefined;
	try {
		return await parse(body, unparsedRows);
	} catch (error) {
		if (error instanceof ResponseInvalidError) throw error;
		// The engine's own error quotes the content, so it is no cause to pass on.
		throw new ResponseInvalidError(`The answer ${describeNonJson(body)}.`);
	}
}

function isBlank(body: Buffer): boolean {
	// A body that is worth reading begins with more than blanks; a megabyte of them is no reason to decode it all.
	return withoutBom(body.toString('utf8', 0, 64)).trim() === '' && withoutBom(body.toString()).trim() === '';
}

function describeNonJson(body: Buffer): string {
	const text = withoutBom(body.toString()).trimStart();
	if (/^<(!doctype html|html)\b/i.test(text)) return 'is an HTML page instead of JSON';
	if (text.startsWith('<')) return 'is XML instead of JSON';
	if (/^[[{]/.test(text) && closedEnd(body, 0, Infinity).depth > 0)
		return `breaks off after ${body.length} bytes`;
	return `is no valid JSON (${body.length} bytes)`;
}

async function parse(bytes: Buffer, unparsedRows: boolean): Promise<unknown> {
	const parts = partsOf(bytes);
	const envelope = parts && envelopeOf(parts.around);
	if (parts !== undefined && envelope !== undefined) {
		const rows = new JsonRows(parts.rows);
		// Of a text with other lists of objects, inside of rows too, it cannot be said beforehand that nothing but the one
		// list lies between its brackets.
		if (unparsedRows && !parts.rows.includes('}]')) return envelope(rows);
		const list = await everythingIn(rows).catch(() => undefined);
		if (list !== undefined) return envelope(list);
	}
	return parseJson(bytes, NAME);
}

/** The text of what should be rows, without the brackets, and what stands around it; undefined for another form. */
function partsOf(bytes: Buffer): { rows: Buffer; around: Buffer } | undefined {
	if (bytes.length <= SHORT_BYTES) return undefined;
	const start = bytes.indexOf('[{') + 1;
	const end = bytes.lastIndexOf('}]') + 1;
	if (start === 0 || end < start || start + bytes.length - end > MAX_ENVELOPE_BYTES) return undefined;
	const around = [bytes.subarray(0, start), Buffer.from(`"${ROWS}"`), bytes.subarray(end)];
	return { rows: bytes.subarray(start, end), around: Buffer.concat(around) };
}

/** Puts rows in the place of {@link ROWS}; undefined when it is not the only thing that could be meant. */
function envelopeOf(around: Buffer): ((rows: unknown) => unknown) | undefined {
	let whole: unknown;
	try {
		whole = parseJson(around, NAME);
	} catch {
		return undefined;
	}
	if (isPlace(whole)) return (rows) => rows;
	if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return undefined;
	const [place, ...others] = Object.entries(whole).filter(([, value]) => isPlace(value));
	return place === undefined || others.length > 0 ? undefined : (rows) => ({ ...whole, [place[0]]: rows });
}

function isPlace(value: unknown): boolean {
	return Array.isArray(value) && value.length === 1 && value[0] === ROWS;
}

async function everythingIn(rows: JsonRows): Promise<Row[]> {
	const all: Row[] = [];
	for await (const page of rows.pages()) for (const row of page) all.push(row);
	return all;
}
