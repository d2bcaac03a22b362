import { ExactNumber, parseExactJson } from '../../../connector/rows';
import { parseJson } from './json';
import { shown } from './shown';
import { ParameterError } from './parameter-error';

/**
 * Names from an array, from a list as JSON text, or from a text with commas between them, as an expression may give
 * each. Order is kept, repeats and blanks are dropped.
 *
 * @throws {ParameterError} the value, or an entry of it, is neither a text nor a number; a text that begins like a JSON
 *   list is none
 */
export function parseList(value: unknown, displayName: string): string[] {
	if (value === undefined || value === null || value === '') return [];
	const list = looksLikeList(value) ? listIn(value, displayName) : value;
	// An entry of a list is a name as it stands, which may have a comma in it.
	if (Array.isArray(list))
		return mergeLists((list as unknown[]).flatMap((entry) => nameIn(entry, displayName)));
	return mergeLists(
		nameIn(list, displayName).flatMap((text) => text.split(',').map(trimmed).filter(notEmpty)),
	);
}

/** Whether a text is a list as JSON writes it, as `JSON.stringify` and agents do. */
export function looksLikeList(value: unknown): value is string {
	return typeof value === 'string' && value.trimStart().startsWith('[');
}

/** The entries of a list as JSON text; undefined for any other text. */
export function jsonListIn(text: string): unknown[] | undefined {
	if (!looksLikeList(text)) return undefined;
	try {
		const list = parseExactJson(text);
		return Array.isArray(list) ? list : undefined;
	} catch {
		return undefined;
	}
}

/** Cut at its commas it would be names that nobody has, and give no rows without a word. */
function listIn(text: string, displayName: string): unknown {
	return parseJson(
		text,
		displayName,
		'It begins like a list in JSON, such as ["a", "b"]. Write one, or values with commas between them; a name that begins with [ can stand in such a list.',
	);
}

/** What an id of a kind looks like, and the one way in which it is written. */
interface IdForm {
	/** Undefined for what is no id. */
	readonly read: (text: string) => string | undefined;
	readonly advice: string;
}

/** Whole numbers stay text, so that a long one keeps all its digits. */
export const WHOLE_NUMBERS: IdForm = {
	read: wholeNumberId,
	advice: 'IDs are whole numbers above zero. Put commas between them.',
};
export const SHORT_TEXTS: IdForm = {
	read: (text) => (/^[\w.-]{1,64}$/.test(text) ? text : undefined),
	advice: 'Put commas between IDs.',
};

/** `07` and `7` are one id. Zero is none: to some lists it means "all objects". */
export function wholeNumberId(text: string): string | undefined {
	return /^0*([1-9]\d{0,19})$/.exec(text)?.[1];
}

/** Lists one after the other, without repeats. */
export function mergeLists(...lists: readonly (readonly string[])[]): string[] {
	return [...new Set(lists.flat())];
}

/** The same for ids. @throws {ParameterError} an entry is none */
export function parseIds(value: unknown, displayName: string, { read, advice } = WHOLE_NUMBERS): string[] {
	// No id has a blank in it, so a column copied from a sheet is understood as well.
	const entries = parseList(value, displayName).flatMap((entry) => entry.split(/[\s,;]+/).filter(notEmpty));
	return mergeLists(
		entries.map((entry) => {
			const id = read(entry);
			if (id !== undefined) return id;
			throw new ParameterError(
				displayName,
				`${displayName} contains ${shown(entry)}, which is no ID.`,
				advice,
			);
		}),
	);
}

/** The trimmed text of a name or number; none for a blank. */
function nameIn(entry: unknown, displayName: string): string[] {
	if (typeof entry === 'number' && Number.isSafeInteger(entry)) return [String(entry)];
	if (entry instanceof ExactNumber && /^\d+$/.test(entry.digits)) return [entry.digits];
	if (typeof entry === 'string') return [trimmed(entry)].filter(notEmpty);
	throw new ParameterError(
		displayName,
		`${displayName} contains ${shown(entry)}, which is neither a text nor a whole number.`,
		'Use a list of values, or one text with commas between them.',
	);
}

const trimmed = (text: string) => text.trim();
const notEmpty = (text: string) => text !== '';
