import { behindBlanks, COMMA, endOfString, isOpening, QUOTE, runOfMembers, type Run } from './json-bytes';
import { openContainer, type OpenContainer } from './json-containers';
import { parseJson } from './json-text';
import type { Turns } from './turns';

/** Bytes that are parsed at a time: longer strings, to which V8 gives memory of their own, take more time per byte. */
export const PIECE_BYTES = 60 * 1024;

/** Deeper than any answer that means something; what lies below is parsed at once. */
const MAX_DEPTH = 200;

/** The text ends before its brackets are closed. */
export class BrokenOff extends SyntaxError {}

/**
 * Parses a JSON text in turns, however it is spaced, ordered or nested: members of lists and objects in runs of so many
 * bytes, and one that is longer than a run member by member itself.
 *
 * @param text without a byte order mark
 * @param name what the bytes are, as the beginning of a message
 * @returns what {@link parseJson} gives for the whole text
 * @throws {SyntaxError} no JSON
 * @throws {ResponseInvalidError} no UTF-8
 * @throws {CancelledError} the execution was stopped
 */
export async function parseInTurns(text: Buffer, name: string, turns: Turns): Promise<unknown> {
	const start = behindBlanks(text, 0);
	if (text.length <= PIECE_BYTES || !isOpening(text[start])) return parseJson(text, name);
	const root = openContainer(text, start);
	const open = [root];
	let position = start + 1;
	for (let inner: OpenContainer | undefined = root; inner !== undefined; inner = open.at(-1)) {
		let run = runOfMembers(text, position, { most: PIECE_BYTES });
		if (run === undefined) {
			const member = inner.beginMember(text, position, name);
			if (isOpening(text[member]) && open.length < MAX_DEPTH) {
				open.push(openContainer(text, member));
				position = member + 1;
				continue;
			}
			run = runFromLong(text, position, member);
		}
		const { end, closes } = run;
		if (end >= text.length) throw new BrokenOff('The text breaks off.');
		inner.take({ text, start: position, end }, closes, name);
		position = closes ? close(text, end, open) : end + 1;
		if (turns.isOver) await turns.next();
	}
	if (position < text.length) throw new SyntaxError('More than one value.');
	return root.value;
}

/** A run whose first member is too long and cannot be opened: a long string, or what is nested too deep. */
function runFromLong(text: Buffer, start: number, member: number): Run {
	const least = text[member] === QUOTE ? endOfString(text, member) - start : Infinity;
	return runOfMembers(text, start, { least }) ?? { end: text.length, closes: false };
}

/**
 * Closes the innermost container, and those around it that end right behind it.
 *
 * @returns where the next member begins; what follows all of them
 */
function close(text: Buffer, bracket: number, open: OpenContainer[]): number {
	for (let offset = bracket; ;) {
		if (offset >= text.length) throw new BrokenOff('The text breaks off.');
		const inner = open.pop();
		if (inner === undefined || text[offset] !== inner.closing) throw new SyntaxError('A wrong bracket.');
		offset = behindBlanks(text, offset + 1);
		const around = open.at(-1);
		if (around === undefined) return offset;
		around.put(inner.value);
		if (text[offset] === COMMA) return offset + 1;
	}
}
