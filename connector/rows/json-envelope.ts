import { beforeBlanks, behindBlanks, CLOSING_BRACE, OPENING_BRACE } from './json-bytes';
import { JsonRows } from './json-rows';
import { parseJson } from './json-text';
import type { Turns } from './turns';

/** So much may stand in front of the rows and behind them. */
const MAX_ENVELOPE_BYTES = 256 * 1024;

/** Stands for the rows while the text around them is parsed. */
const ROWS = 'rows';

/**
 * Reads what stands around a long list of flat rows, `{"data":[{...},{...}],...}`, with {@link JsonRows} in the place of
 * the list.
 *
 * @returns undefined for a text of any other form
 */
export async function readEnvelope(text: Buffer, name: string, turns: Turns): Promise<unknown> {
	const start = beginningOfRows(text);
	const end = endOfRows(text);
	if (start === undefined || end === undefined || end < start) return undefined;
	const around = Buffer.concat([text.subarray(0, start), Buffer.from(`"${ROWS}"`), text.subarray(end)]);
	const envelope = envelopeOf(around, name);
	if (envelope === undefined || (await hasEndOfList(text.subarray(start, end), turns))) return undefined;
	return envelope(new JsonRows(text.subarray(start - 1, end + 1)));
}

/** Behind the first bracket with an object in it. */
function beginningOfRows(text: Buffer): number | undefined {
	const head = text.subarray(0, MAX_ENVELOPE_BYTES);
	for (let bracket = head.indexOf('['); bracket >= 0; bracket = head.indexOf('[', bracket + 1)) {
		const start = behindBlanks(head, bracket + 1);
		if (head[start] === OPENING_BRACE) return start;
	}
	return undefined;
}

/** Before the last bracket that stands behind an object. */
function endOfRows(text: Buffer): number | undefined {
	const tail = text.subarray(-MAX_ENVELOPE_BYTES);
	for (let bracket = tail.lastIndexOf(']'); bracket > 0; bracket = tail.lastIndexOf(']', bracket - 1)) {
		const end = beforeBlanks(tail, bracket);
		if (tail[end] === CLOSING_BRACE) return text.length - tail.length + end + 1;
	}
	return undefined;
}

/**
 * Of a text with other lists of objects, inside of rows too, it cannot be said beforehand that nothing but the one list
 * lies between its brackets.
 */
async function hasEndOfList(rows: Buffer, turns: Turns): Promise<boolean> {
	for (let start = 0; start < rows.length; start += SEARCHED_AT_ONCE) {
		const part = rows.subarray(0, start + SEARCHED_AT_ONCE);
		for (let bracket = part.indexOf(']', start); bracket >= 0; bracket = part.indexOf(']', bracket + 1))
			if (part[beforeBlanks(part, bracket)] === CLOSING_BRACE) return true;
		if (turns.isOver) await turns.next();
	}
	return false;
}

const SEARCHED_AT_ONCE = 512 * 1024;

/** Puts rows in the place of {@link ROWS}; undefined when it is not the only thing that could be meant. */
function envelopeOf(around: Buffer, name: string): ((rows: JsonRows) => unknown) | undefined {
	let whole: unknown;
	try {
		whole = parseJson(around, name);
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
