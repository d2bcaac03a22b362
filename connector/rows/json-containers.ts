import {
	behindBlanks,
	CLOSING_BRACE,
	CLOSING_BRACKET,
	COLON,
	endOfString,
	OPENING_BRACE,
	OPENING_BRACKET,
	QUOTE,
} from './json-bytes';
import { parseMembers, type Members } from './json-members';
import { parseJson } from './json-text';

/** A list or an object whose members are parsed some at a time. */
export interface OpenContainer {
	readonly value: unknown;
	/** The bracket that closes it. */
	readonly closing: number;
	/**
	 * Parses whole members, with the commas between them.
	 *
	 * @param areLast nothing follows them, so that an empty list has none
	 */
	take(members: Members, areLast: boolean, name: string): void;
	/** Reads what stands in front of the value of a member. @returns offset of the value */
	beginMember(text: Buffer, start: number, name: string): number;
	/** Gives the member that was begun its value. */
	put(value: unknown): void;
}

/** @param offset of its opening bracket */
export function openContainer(text: Buffer, offset: number): OpenContainer {
	return text[offset] === OPENING_BRACKET ? new OpenList() : new OpenObject();
}

class OpenList implements OpenContainer {
	readonly value: unknown[] = [];
	readonly closing = CLOSING_BRACKET;

	take(members: Members, areLast: boolean, name: string): void {
		if (isNothing(members, areLast && this.value.length === 0)) return;
		for (const value of parseMembers(members, OPENING_BRACKET, name) as unknown[]) this.value.push(value);
	}

	beginMember(text: Buffer, start: number): number {
		return behindBlanks(text, start);
	}

	put(value: unknown): void {
		this.value.push(value);
	}
}

class OpenObject implements OpenContainer {
	readonly value: Record<string, unknown> = {};
	readonly closing = CLOSING_BRACE;
	private isEmpty = true;
	private key = '';

	take(members: Members, areLast: boolean, name: string): void {
		if (isNothing(members, areLast && this.isEmpty)) return;
		const values = parseMembers(members, OPENING_BRACE, name) as Record<string, unknown>;
		for (const [key, value] of Object.entries(values)) this.set(key, value);
	}

	beginMember(text: Buffer, start: number, name: string): number {
		const quote = behindBlanks(text, start);
		const end = endOfString(text, quote) + 1;
		const colon = behindBlanks(text, end);
		if (text[quote] !== QUOTE || text[colon] !== COLON) throw new SyntaxError('A member without a name.');
		this.key = parseJson(text.subarray(quote, end), name) as string;
		return behindBlanks(text, colon + 1);
	}

	put(value: unknown): void {
		this.set(this.key, value);
	}

	private set(key: string, value: unknown): void {
		this.isEmpty = false;
		// An assignment would set the prototype.
		if (key === '__proto__')
			Object.defineProperty(this.value, key, { value, configurable: true, enumerable: true, writable: true });
		else this.value[key] = value;
	}
}

/** @throws {SyntaxError} a comma without a member behind it */
function isNothing({ text, start, end }: Members, mayBe: boolean): boolean {
	if (behindBlanks(text, start) < end) return false;
	if (mayBe) return true;
	throw new SyntaxError('A comma too many.');
}
