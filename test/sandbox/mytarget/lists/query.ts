import { invalid, invalidField } from '../refusal';

/** Names, written as a text: there are many of them. */
export const words = (text: string): string[] => text.trim().split(/\s+/);

/** An object of a list, with every field that can be asked for. */
export type ListedObject = Readonly<Record<string, unknown>>;

export interface FieldRule {
	readonly all: readonly string[];
	/** Without `fields`. */
	readonly defaults: readonly string[];
}

/** Names in `fields`, or the default ones. Errors: 400, for `ad_groups` and `banners` too (trap 29). */
export function fieldsOf(query: URLSearchParams, rule: FieldRule): readonly string[] {
	givenOnce(query, 'fields');
	const given = query.get('fields');
	if (given === null) return rule.defaults;
	const fields = commaList('fields', given);
	for (const field of fields) {
		if (!rule.all.includes(field)) throw invalidField('fields', 'bad_items', `Unknown field "${field}"`);
	}
	return fields;
}

/** The object with some of its fields; those that it does not have are left out. */
export function withFields(object: ListedObject, fields: readonly string[]): Record<string, unknown> {
	return Object.fromEntries(fields.filter((field) => field in object).map((field) => [field, object[field]]));
}

/** Errors: 400 for a name that the method does not have, and for one that is given twice. */
export function onlyKnown(query: URLSearchParams, known: readonly string[]): void {
	for (const name of new Set(query.keys())) {
		if (!known.includes(name))
			throw invalid({ [name]: { code: 'unallowed_field', message: 'Unknown parameter' } });
		givenOnce(query, name);
	}
}

/** Errors: 400. */
export function givenOnce(query: URLSearchParams, name: string): void {
	if (query.getAll(name).length > 1)
		throw invalidField(name, 'duplicate_value', 'The parameter is given twice');
}

/** A comma list without empty or repeated entries. Errors: 400. */
export function commaList(name: string, value: string): string[] {
	const entries = value.split(',');
	if (entries.some((entry) => entry === '' || entry !== entry.trim()))
		throw invalidField(name, 'bad_value', 'The list is empty or has an empty entry');
	if (new Set(entries).size < entries.length)
		throw invalidField(name, 'duplicate_value', 'The list has an entry twice');
	return entries;
}

/** A whole number that is written without sign and blanks. Errors: 400. */
export function wholeNumber(name: string, value: string): number {
	if (!/^\d{1,10}$/.test(value)) throw invalidField(name, 'bad_value', 'Enter a whole number');
	return Number(value);
}
