/** Text, numbered elements `row0`, `row1`, ... as a list, or named elements (sheet, 3.2). */
export type AdfoxValue = string | readonly AdfoxValue[] | AdfoxRow;

/** An object as the API gives it: fields in the order of the answer, every value text. */
export interface AdfoxRow {
	readonly [field: string]: AdfoxValue;
}

/** The same while the account changes it. */
export type StoredRow = Record<string, AdfoxValue>;

/** The text of a field; '' where it is missing or no text. */
export function textOf(row: AdfoxRow | undefined, field: string): string {
	const value = row?.[field];
	return typeof value === 'string' ? value : '';
}
