import { shown } from './shown';
import { ParameterError } from './parameter-error';

/**
 * Names from an array, or from a text with commas between them, as an expression may give either. Order is kept,
 * repeats and blanks are dropped.
 *
 * @throws {ParameterError} the value, or an entry of it, is neither a text nor a number
 */
export function parseList(value: unknown, displayName: string): string[] {
	if (value === undefined || value === null || value === '') return [];
	// An entry of a list is a name as it stands, which may have a comma in it.
	if (Array.isArray(value))
		return mergeLists((value as unknown[]).flatMap((entry) => nameIn(entry, displayName)));
	return mergeLists(
		nameIn(value, displayName).flatMap((text) => text.split(',').map(trimmed).filter(notEmpty)),
	);
}

/** What an id of a kind looks like. Whole numbers stay text, so that a long one keeps all its digits. */
export const WHOLE_NUMBERS = {
	form: /^\d{1,20}$/,
	advice: 'IDs are whole numbers. Put commas between them.',
};
export const SHORT_TEXTS = { form: /^[\w.-]{1,64}$/, advice: 'Put commas between IDs.' };

/** Lists one after the other, without repeats. */
export function mergeLists(...lists: readonly (readonly string[])[]): string[] {
	return [...new Set(lists.flat())];
}

/** The same for ids. @throws {ParameterError} an entry is none */
export function parseIds(value: unknown, displayName: string, { form, advice } = WHOLE_NUMBERS): string[] {
	// No id has a blank in it, so a column copied from a sheet is understood as well.
	const ids = parseList(value, displayName).flatMap((entry) => entry.split(/[\s,;]+/).filter(notEmpty));
	for (const id of ids)
		if (!form.test(id))
			throw new ParameterError(displayName, `${displayName} contains ${shown(id)}, which is no ID.`, advice);
	return mergeLists(ids);
}

/** The trimmed text of a name or number; none for a blank. */
function nameIn(entry: unknown, displayName: string): string[] {
	if (typeof entry === 'number' && Number.isSafeInteger(entry)) return [String(entry)];
	if (typeof entry === 'string') return [trimmed(entry)].filter(notEmpty);
	throw new ParameterError(
		displayName,
		`${displayName} contains ${shown(entry)}, which is neither a text nor a whole number.`,
		'Use a list of values, or one text with commas between them.',
	);
}

const trimmed = (text: string) => text.trim();
const notEmpty = (text: string) => text !== '';
