import { shown } from './number-option';
import { ParameterError } from './parameter-error';

/**
 * Names from an array, or from a text with commas between them, as an expression may give either. Order is kept,
 * repeats and blanks are dropped.
 *
 * @throws {ParameterError} the value, or an entry of it, is neither a text nor a number
 */
export function parseList(value: unknown, displayName: string): string[] {
	if (value === undefined || value === null || value === '') return [];
	const entries = Array.isArray(value) ? (value as unknown[]) : [value];
	return mergeLists(entries.flatMap((entry) => namesIn(entry, displayName)));
}

/**
 * The same for ids, which are whole numbers and stay text, so that a long one keeps all its digits.
 *
 * @throws {ParameterError} an entry is no id
 */
export function parseIds(value: unknown, displayName: string): string[] {
	const ids = parseList(value, displayName);
	for (const id of ids)
		if (!/^\d{1,20}$/.test(id))
			throw new ParameterError(
				displayName,
				`${displayName} contains ${shown(id)}, which is no ID.`,
				'IDs are whole numbers. Put commas between them.',
			);
	return ids;
}

/** Lists one after the other, without repeats. */
export function mergeLists(...lists: readonly (readonly string[])[]): string[] {
	return [...new Set(lists.flat())];
}

function namesIn(entry: unknown, displayName: string): string[] {
	if (typeof entry === 'number' && Number.isSafeInteger(entry)) return [String(entry)];
	if (typeof entry !== 'string')
		throw new ParameterError(
			displayName,
			`${displayName} contains ${shown(entry)}, which is neither a text nor a whole number.`,
			'Use a list of values, or one text with commas between them.',
		);
	return entry
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
}
