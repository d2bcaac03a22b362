import { invalid, invalidField } from '../refusal';

/** Errors: 400 for a name that the method does not have, and for one that is given twice. */
export function onlyKnown(query: URLSearchParams, known: readonly string[], repeatable?: string): void {
	for (const name of new Set(query.keys())) {
		if (!known.includes(name))
			throw invalid({ [name]: { code: 'unallowed_field', message: 'Unknown parameter' } });
		givenOnce(query, name, repeatable);
	}
}

/** Errors: 400. */
export function givenOnce(query: URLSearchParams, name: string, repeatable?: string): void {
	if (name !== repeatable && query.getAll(name).length > 1)
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
