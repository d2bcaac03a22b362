import { z } from 'zod';

import { JsonRows } from './json-rows';
import { isRow, type Row } from './row';
import { Turns } from './turns';

/** A row as it comes: which fields there are depends on what was asked for, and on the account. */
export const row = z.custom<Row>(isRow);

/**
 * The place of a list in the schema of an answer, which may be of any length: its entries are checked in turns. What is
 * parsed by such a schema is parsed with `safeParseAsync`.
 */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
	return z.unknown().transform(async (list, context): Promise<z.output<Schema>[]> => {
		if (!Array.isArray(list)) return refuse(context, [], 'It is no list.');
		const turns = new Turns();
		const entries: z.output<Schema>[] = [];
		for (const entry of list as unknown[]) {
			const parsed = schema.safeParse(entry);
			if (!parsed.success) {
				const [issue] = parsed.error.issues;
				return refuse(context, [entries.length, ...(issue?.path ?? [])], issue?.message ?? '');
			}
			entries.push(parsed.data);
			if (turns.isOver) await turns.next();
		}
		return entries;
	});
}

function refuse(context: z.RefinementCtx, path: PropertyKey[], message: string): never {
	context.issues.push({ code: 'custom', path, message, input: undefined });
	return z.NEVER;
}

/**
 * As {@link listOf} for objects. An entry that is none counts as an object without anything in it, so that it spoils no
 * other; a list without any object is another one.
 */
export function objectsOf<Schema extends z.ZodType>(schema: Schema) {
	return z.preprocess(withoutOddEntries, listOf(schema));
}

/** The same inside of an entry, which is checked at once. */
export function innerObjectsOf<Schema extends z.ZodType>(schema: Schema) {
	return z.preprocess(withoutOddEntries, z.array(schema));
}

function withoutOddEntries(list: unknown): unknown {
	if (!Array.isArray(list) || !list.some(isRow)) return list;
	return list.every(isRow) ? list : list.map((entry: unknown) => (isRow(entry) ? entry : {}));
}

/** The place of rows in the schema of an answer. Rows that are still text are looked at when they are read. */
export const rowList = z.union([z.instanceof(JsonRows), listOf(row)]);
