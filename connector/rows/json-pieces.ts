import { decodeUtf8, withoutBom } from './utf8';

/**
 * Bytes that are parsed at a time, a few milliseconds of work. Texts of this size also die young: a page of megabytes as
 * one text would stay in memory until the next full garbage collection.
 */
const PIECE_BYTES = 512 * 1024;

/** Tries to find the end of a row before a text is given up as one of another form; each costs a piece's work. */
const MAX_WRONG_ENDS = 5;

/** Stands for the rows while the text around them is parsed. */
const ROWS = 'rows';

/** What the bytes are called when they are no UTF-8. */
const NAME = 'The answer';

/**
 * As `JSON.parse`, but a long text that is rows in an envelope (`{"data":[{...},{...}],...}`) is parsed in pieces of
 * whole rows, and the event loop is free in between. Any other text is parsed at once.
 *
 * Where a row ends is guessed by its `},{`. A wrong guess, inside of a string or of a nested list, leaves a piece with
 * an open end, which is no JSON; so pieces that all parse were cut at the right places.
 *
 * @param bytes UTF-8, a BOM is tolerated
 * @throws {SyntaxError} the text is no JSON
 * @throws {ResponseInvalidError} the bytes are not UTF-8
 */
export async function parseJson(bytes: Buffer): Promise<unknown> {
	const rows = bytes.length > 2 * PIECE_BYTES ? await parseRows(bytes) : undefined;
	return rows ?? (JSON.parse(withoutBom(decodeUtf8(bytes, NAME))) as unknown);
}

/** @returns undefined for a text of another form */
async function parseRows(bytes: Buffer): Promise<object | undefined> {
	const start = bytes.indexOf('[{') + 1;
	const end = bytes.lastIndexOf('}]') + 1;
	if (start === 0 || end < start || start + bytes.length - end > PIECE_BYTES) return undefined;
	const around = [bytes.subarray(0, start), Buffer.from(`"${ROWS}"`), bytes.subarray(end)];
	const rows: unknown[] = [];
	const complete = envelopeOf(parsed(withoutBom(decodeUtf8(Buffer.concat(around), NAME))), rows);
	if (complete === undefined) return undefined;
	let wrongEnds = 0;
	let position = start;
	let wanted = PIECE_BYTES;
	while (position < end) {
		const boundary = bytes.indexOf('},{', position + wanted) + 1;
		const cut = boundary === 0 || boundary > end ? end : boundary;
		const piece = parsed(`[${decodeUtf8(bytes.subarray(position, cut), NAME)}]`) as unknown[] | undefined;
		if (piece !== undefined) {
			for (const row of piece) rows.push(row);
			position = cut + 1;
			wanted = PIECE_BYTES;
		} else if (cut === end || ++wrongEnds > MAX_WRONG_ENDS) return undefined;
		else wanted = cut - position;
		await new Promise((resolve) => setImmediate(resolve));
	}
	return complete;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** The envelope with `rows` in the place of {@link ROWS}; undefined when it is not the only thing that could be meant. */
function envelopeOf(whole: unknown, rows: unknown[]): object | undefined {
	if (typeof whole !== 'object' || whole === null) return undefined;
	if (isPlace(whole)) return rows;
	const places = Object.entries(whole).filter(([, value]) => isPlace(value));
	const [place] = places;
	return place === undefined || places.length > 1 ? undefined : { ...whole, [place[0]]: rows };
}

function isPlace(value: unknown): boolean {
	return Array.isArray(value) && value.length === 1 && value[0] === ROWS;
}
