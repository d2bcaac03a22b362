import { RowPieces } from './row-pieces';
import { decodeUtf8, withoutBom } from './utf8';

/** Texts up to this size are parsed at once. */
const SHORT_BYTES = 1024 * 1024;

/** So much may stand around the rows. */
const MAX_ENVELOPE_BYTES = 512 * 1024;

/** Stands for the rows while the text around them is parsed. */
const ROWS = 'rows';

/** What the bytes are called when they are no UTF-8. */
const NAME = 'The answer';

/**
 * As `JSON.parse`, but a long text that is rows in an envelope (`{"data":[{...},{...}],...}`) is parsed in pieces of
 * whole rows, and the event loop is free in between. Any other text is parsed at once.
 *
 * @param bytes UTF-8, a BOM is tolerated
 * @throws {SyntaxError} the text is no JSON
 * @throws {ResponseInvalidError} the bytes are not UTF-8
 */
export async function parseJson(bytes: Buffer): Promise<unknown> {
	const parts = partsOf(bytes);
	const rows: unknown[] = [];
	const envelope = parts && envelopeOf(parsed(parts.around), rows);
	if (parts !== undefined && envelope !== undefined && (await collect(new RowPieces(parts.rows), rows)))
		return envelope;
	return parseAtOnce(bytes);
}

/**
 * As {@link parseJson}, but the rows of a long text are a {@link RowPieces} in the place of their list, and parsed when
 * they are read. Of a text with other lists of objects, inside of rows too, it cannot be said beforehand that nothing
 * but the one list lies between its brackets, so that text is parsed as a whole.
 *
 * @throws as parseJson
 */
export async function parseJsonRows(bytes: Buffer): Promise<unknown> {
	const parts = partsOf(bytes);
	if (parts !== undefined && !parts.rows.includes('}]')) {
		const envelope = envelopeOf(parsed(parts.around), new RowPieces(parts.rows));
		if (envelope !== undefined) return envelope;
	}
	return parseJson(bytes);
}

/** The text of what should be rows, without the brackets, and what stands around it; undefined for another form. */
function partsOf(bytes: Buffer): { rows: Buffer; around: string } | undefined {
	if (bytes.length <= SHORT_BYTES) return undefined;
	const start = bytes.indexOf('[{') + 1;
	const end = bytes.lastIndexOf('}]') + 1;
	if (start === 0 || end < start || start + bytes.length - end > MAX_ENVELOPE_BYTES) return undefined;
	const around = [bytes.subarray(0, start), Buffer.from(`"${ROWS}"`), bytes.subarray(end)];
	return { rows: bytes.subarray(start, end), around: withoutBom(decodeUtf8(Buffer.concat(around), NAME)) };
}

/** The envelope with `rows` in the place of {@link ROWS}; undefined when it is not the only thing that could be meant. */
function envelopeOf(whole: unknown, rows: unknown[] | RowPieces): object | undefined {
	if (typeof whole !== 'object' || whole === null) return undefined;
	if (isPlace(whole)) return rows;
	const places = Object.entries(whole).filter(([, value]) => isPlace(value));
	const [place] = places;
	return place === undefined || places.length > 1 ? undefined : { ...whole, [place[0]]: rows };
}

function isPlace(value: unknown): boolean {
	return Array.isArray(value) && value.length === 1 && value[0] === ROWS;
}

/** @returns whether it all was rows */
async function collect(pieces: RowPieces, into: unknown[]): Promise<boolean> {
	for await (const piece of pieces.parsed()) {
		if (piece === undefined) return false;
		for (const row of piece) into.push(row);
	}
	return true;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

function parseAtOnce(bytes: Buffer): unknown {
	return JSON.parse(withoutBom(decodeUtf8(bytes, NAME))) as unknown;
}
