import { decodeUtf8, withoutBom } from './bytes';

/** 2^53 has so many digits; a shorter number keeps them all. */
const LONG_DIGITS = 16;

const ZERO = 0x30;
const MINUS = 0x2d;

/** Whether a byte may stand in front of a number: a blank, a comma, a colon, an opening bracket. */
const FRONTS = new Uint8Array(256);
for (const byte of Buffer.from(' \t\r\n,:[')) FRONTS[byte] = 1;

/** A whole number with its bounds, and what stands in front of it. */
const LONG_WHOLE_NUMBERS = /(^|[[:,\s])(-?[1-9]\d{15,})(?=[\s,\]}]|$)/g;

/** Strings, which are passed over (one that is never closed to its end), and numbers of any kind. */
const STRINGS_AND_NUMBERS = /"[^"\\]*(?:\\[^][^"\\]*)*"?|-?\d[\d.eE+-]*/g;

/**
 * Parses UTF-8 bytes, which may begin with a BOM. As `JSON.parse`, but whole numbers beyond 2^53, which would become
 * other ones, keep their digits as text.
 *
 * @param name what the bytes are, as the beginning of the message
 * @throws {SyntaxError} no JSON
 * @throws {ResponseInvalidError} no UTF-8
 */
export function parseJson(bytes: Buffer, name: string): unknown {
	const text = decodeUtf8(withoutBom(bytes), name);
	if (!hasLongNumber(bytes)) return JSON.parse(text) as unknown;
	try {
		return JSON.parse(withQuotes(text)) as unknown;
	} catch {
		return JSON.parse(replacedNumbers(text, quotedWhereLong)) as unknown;
	}
}

/**
 * Wherever long numbers seem to stand. For one inside of a string the first quote would end that string, and a digit behind
 * it is no JSON: so what can be parsed afterwards was quoted at the right places.
 */
function withQuotes(text: string): string {
	return text.replace(
		LONG_WHOLE_NUMBERS,
		(_all, front: string, number: string) => front + quotedWhereLong(number),
	);
}

/**
 * Whether a number may begin somewhere that has so many digits. A run of sixteen cannot lie between two places that are
 * sixteen apart, so only those are looked at, and what is around them only where it may be such a run.
 */
function hasLongNumber(bytes: Buffer): boolean {
	const { length } = bytes;
	for (let place = LONG_DIGITS - 1; place < length; place += LONG_DIGITS) {
		if (!isDigit(bytes[place]) || !(isDigit(bytes[place - 8]) || isDigit(bytes[place + 8]))) continue;
		let start = place;
		while (start > place - LONG_DIGITS && isDigit(bytes[start - 1])) start--;
		// One that reaches back to the place before was judged there, which bounds the work.
		if (start === place - LONG_DIGITS || !mayBegin(bytes, start)) continue;
		let end = place + 1;
		while (end - start < LONG_DIGITS && isDigit(bytes[end])) end++;
		if (end - start === LONG_DIGITS) return true;
	}
	return false;
}

function isDigit(byte = 0): boolean {
	return (byte - ZERO) >>> 0 < 10;
}

/** Digits behind a quote are those of a text, and behind a point those of a fraction. */
function mayBegin(bytes: Buffer, start: number): boolean {
	const front = bytes[start - 1] === MINUS ? start - 2 : start - 1;
	return front < 0 || FRONTS[bytes[front] ?? 0] === 1;
}

function quotedWhereLong(number: string): string {
	return /^-?[1-9]\d*$/.test(number) && !Number.isSafeInteger(Number(number)) ? `"${number}"` : number;
}

/** A JSON text with every number as `write` has it. */
export function replacedNumbers(text: string, write: (number: string) => string): string {
	return text.replace(STRINGS_AND_NUMBERS, (token) => (token.startsWith('"') ? token : write(token)));
}
