/**
 * What no XML may hold in a value and people type all the same: characters that XML forbids, as they are or by
 * reference, and an `&` that begins none of the references there are. They spoil the value they stand in and nothing
 * else: each goes to the parser as a reference to an entity of our own, whose value is what was sent.
 */

/** Of private use, so that no document names such an entity; where one does, its `&` is replaced like any other. */
const MARK = '\uE000';

/** With a bound, so that a reference cut by the border of a piece need not be kept for long. */
const REFERENCE = '(?:lt|gt|amp|apos|quot|#\\d{1,14}|#x[\\da-fA-F]{1,13});';
const LONGEST_REFERENCE = 17;

export const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const SUSPECT = new RegExp(`&(?:${REFERENCE})?|${FORBIDDEN.source}`, 'g');
const MARKED = new RegExp(`&${MARK}([\\da-f]+);`, 'g');

/** The beginning of a reference at the end of a piece. */
const CUT = new RegExp(`&[#\\w]{0,${LONGEST_REFERENCE - 2}}$`);

/** Replaces what would spoil more than its value, in a text that comes in pieces. */
export class SpoiltText {
	private rest = '';

	/** @returns what can be told so far; the same text, however it is cut */
	marked(piece: string): string {
		const text = this.rest + piece;
		this.rest = CUT.exec(text)?.[0] ?? '';
		const whole = this.rest === '' ? text : text.slice(0, -this.rest.length);
		return whole.replace(SUSPECT, (found) => {
			if (found.length === 1) return markOf(found);
			return isAllowed(found) ? found : markOf('&') + found.slice(1);
		});
	}
}

/** A section of character data as it was: nothing in it is a reference. */
export function unmarked(text: string): string {
	return text.replace(MARKED, (_mark, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/**
 * Makes a parser know the marks.
 *
 * @param entities of the parser
 * @param onMark told of each, while its place is being read
 */
export function defineMarks(entities: Record<string, string>, onMark: () => void): void {
	const codes = [
		'&',
		'\ufffe',
		'\uffff',
		...Array.from({ length: 32 }, (_none, code) => String.fromCharCode(code)),
	];
	for (const character of codes)
		Object.defineProperty(entities, markOf(character).slice(1, -1), {
			get: () => {
				onMark();
				return character;
			},
		});
}

function markOf(character: string): string {
	return `&${MARK}${character.charCodeAt(0).toString(16)};`;
}

/** Whether a reference of the right form leads to a character that XML may hold. */
function isAllowed(reference: string): boolean {
	if (reference[1] !== '#') return true;
	const isHex = reference[2] === 'x';
	const code = parseInt(reference.slice(isHex ? 3 : 2), isHex ? 16 : 10);
	if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return false;
	return !FORBIDDEN.test(String.fromCodePoint(code));
}
