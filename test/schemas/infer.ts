/** JSON Schema as the editor reads it: types and names alone. */
export type Schema =
	| { type: 'string' | 'number' | 'boolean' | 'null' }
	| { type: 'array'; items?: Schema }
	| { type: 'object'; properties?: Record<string, Schema> };

/** The schema of rows: every field that one of them has, with the first type that is not null. */
export function schemaOf(values: readonly unknown[]): Schema {
	const present = values.filter((value) => value !== null && value !== undefined);
	const [first] = present;
	if (Array.isArray(first)) return listSchema(present.filter((value) => Array.isArray(value)));
	if (typeof first === 'object') return objectSchema(present.filter(isObject));
	if (typeof first === 'number' || typeof first === 'boolean' || typeof first === 'string')
		return { type: typeof first as 'string' | 'number' | 'boolean' };
	return { type: 'null' };
}

function listSchema(lists: readonly unknown[][]): Schema {
	const entries = lists.flat();
	return entries.length === 0 ? { type: 'array' } : { type: 'array', items: schemaOf(entries) };
}

function objectSchema(objects: readonly Record<string, unknown>[]): Schema {
	const names = [...new Set(objects.flatMap(Object.keys))];
	// Such an object is a table by ids: its names are those of one account, and nobody's fields.
	if (names.length > 0 && names.every((name) => /^\d+$/.test(name))) return { type: 'object' };
	const properties = names.map((name) => [name, schemaOf(objects.map((each) => each[name]))] as const);
	return { type: 'object', properties: Object.fromEntries(properties) };
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
