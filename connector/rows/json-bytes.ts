/** What JSON is made of besides values, as bytes. In UTF-8 they mean nothing else. */
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPENING_BRACKET = 0x5b;
export const CLOSING_BRACKET = 0x5d;
export const OPENING_BRACE = 0x7b;
export const CLOSING_BRACE = 0x7d;
const BACKSLASH = 0x5c;

const BLANKS = new Uint8Array(256);
for (const byte of Buffer.from(' \t\r\n')) BLANKS[byte] = 1;

/** Offset of what follows blanks; the end of the text where nothing does. */
export function behindBlanks(text: Buffer, start: number): number {
	let offset = start;
	while (BLANKS[text[offset] ?? 0] === 1) offset++;
	return offset;
}

/** Offset of what stands before blanks, -1 where nothing does. */
export function beforeBlanks(text: Buffer, end: number): number {
	let offset = end - 1;
	while (offset >= 0 && BLANKS[text[offset] ?? 0] === 1) offset--;
	return offset;
}

/** Offset of the quote that closes a string; the end of the text where none does. */
export function endOfString(text: Buffer, opening: number): number {
	let offset = opening + 1;
	for (let byte = text[offset]; byte !== QUOTE && byte !== undefined; byte = text[offset])
		offset += byte === BACKSLASH ? 2 : 1;
	return Math.min(offset, text.length);
}

/** Whether a list or an object begins there. */
export function isOpening(byte: number | undefined): boolean {
	return byte === OPENING_BRACKET || byte === OPENING_BRACE;
}

function isClosing(byte: number | undefined): boolean {
	return byte === CLOSING_BRACKET || byte === CLOSING_BRACE;
}

/** A run of whole members of a list or an object: it ends at a comma, at the bracket that closes all, or with the text. */
export interface Run {
	readonly end: number;
	readonly closes: boolean;
}

/**
 * Finds where a run of members ends: at the first comma behind `least` bytes, or at the last one within `most`.
 *
 * @param start of the first member
 * @returns undefined when the first member alone is longer than `most`
 */
export function runOfMembers(
	text: Buffer,
	start: number,
	{ least = Infinity, most = Infinity },
): Run | undefined {
	let depth = 0;
	let comma: number | undefined;
	for (let offset = start; offset < text.length; offset++) {
		if (offset - start > most) return comma === undefined ? undefined : { end: comma, closes: false };
		const byte = text[offset];
		if (byte === QUOTE) offset = endOfString(text, offset);
		else if (byte === COMMA) {
			if (depth > 0) continue;
			if (offset - start >= least) return { end: offset, closes: false };
			comma = offset;
		} else if (isOpening(byte)) depth++;
		else if (isClosing(byte)) {
			if (depth === 0) return { end: offset, closes: true };
			depth--;
		}
	}
	return { end: text.length, closes: false };
}
