import { z } from 'zod';

import { isSensitive, joined, quoted } from '../../connector/client';
import { isRow } from '../../connector/rows';

import { readAuthError } from './token';

/** What a refusal says, whichever of the platform's forms it has (sheet 3.0.5). */
export interface Refusal {
	/** As sent, '' where there is none. */
	readonly code: string;
	/** '' where there are none. */
	readonly words: string;
	/** Names of the request's fields that were refused. */
	readonly fields: readonly string[];
	/** The same with the reasons, for a message. */
	readonly fieldTexts: readonly string[];
}

const NOTHING: Refusal = { code: '', words: '', fields: [], fieldTexts: [] };

/** Whatever stands there is kept. */
const text = z.unknown().optional().transform(quoted);

const structured = z.looseObject({
	error: z.looseObject({
		code: text,
		message: text,
		fields: z.unknown().optional(),
		required_permission: text,
		resource: text,
	}),
});

/** Keys of the error object that hold no refused objects. */
const OWN_KEYS = new Set(['code', 'message', 'fields', 'required_permission', 'resource']);

/** Fields in fields: what is nested deeper is quoted as a whole. */
const MAX_DEPTH = 6;

/** @returns nothing for a form that is not known, which is for the caller to quote */
export function readRefusal(body: unknown): Refusal {
	const parsed = structured.safeParse(body);
	if (!parsed.success) {
		const { code, words } = readAuthError(body);
		return code === '' && words === '' ? NOTHING : { ...NOTHING, code, words: joined(words, besides(body)) };
	}
	const { error, ...rest } = parsed.data;
	const { code, message, required_permission, resource, fields } = error;
	const failed = [...failedFields(isRow(fields) ? fields : {}), ...failedObjects(error)];
	const said = joined(
		message,
		isRow(fields) ? '' : fields,
		required_permission === '' ? '' : `the permission ${required_permission} is required`,
		resource === '' ? '' : `no such ${resource}`,
		Object.fromEntries(
			Object.entries(error).filter(([key, value]) => !OWN_KEYS.has(key) && !Array.isArray(value)),
		),
		rest,
	);
	return {
		code,
		words: said,
		fields: [...new Set(failed.map(({ field }) => field))],
		fieldTexts: failed.map(({ text }) => text),
	};
}

/** What the forms of a refusal have at their top (sheet 1.8, 3.0.5). */
const REFUSAL_KEYS: ReadonlySet<string> = new Set(['error', 'error_description', 'code', 'message']);

/** What a refusal without a structure says beside its words. */
function besides(body: unknown): unknown {
	if (!isRow(body)) return undefined;
	return Object.fromEntries(Object.entries(body).filter(([name]) => !REFUSAL_KEYS.has(name)));
}

/** A refusal and nothing else. An error beside other fields may be what a list has to say about its lines (sheet 3.12). */
export function isRefusalAlone(body: unknown): boolean {
	if (typeof body !== 'object' || body === null) return false;
	const hasForm = 'error' in body || ('code' in body && 'message' in body);
	if (!hasForm || !Object.keys(body).every((key) => REFUSAL_KEYS.has(key))) return false;
	const { code, words, fieldTexts } = readRefusal(body);
	return code !== '' || words !== '' || fieldTexts.length > 0;
}

interface FailedField {
	readonly field: string;
	readonly text: string;
}

/** E2 to E4: an entry is an object, which may have refused fields of its own, a list of objects, or a text. */
function failedFields(fields: Readonly<Record<string, unknown>>, prefix = '', depth = 0): FailedField[] {
	return Object.entries(fields).flatMap(([name, value]) => {
		const field = prefix + name;
		const entries = Array.isArray(value) ? (value as unknown[]) : [value];
		return entries.flatMap((entry) => failuresOf(entry, field, depth));
	});
}

function failuresOf(entry: unknown, field: string, depth: number): FailedField[] {
	const { reason, fields } = readEntry(entry);
	const inner = depth < MAX_DEPTH ? failedFields(fields, `${field}.`, depth + 1) : [];
	if (reason === '' && inner.length > 0) return inner;
	return [{ field, text: reason === '' ? field : `${field} (${reason})` }, ...inner];
}

/** E5: refused objects of a mass action, under the name of their kind. */
function failedObjects(error: Readonly<Record<string, unknown>>): FailedField[] {
	return Object.entries(error).flatMap(([kind, list]) => {
		if (OWN_KEYS.has(kind) || !Array.isArray(list)) return [];
		return (list as unknown[]).flatMap((object) => failuresOf(object, kind, 0));
	});
}

/** A line of an uploaded file (E4): its number says which, and what stands in it are people. */
const PERSONAL = 'line';

/** Code, words, and whatever else tells what would have been right: `expected`, `allowed_values`, `line_number`. */
function readEntry(value: unknown): { reason: string; fields: Readonly<Record<string, unknown>> } {
	if (!isRow(value)) return { reason: quoted(value), fields: {} };
	const { code, message, fields, ...more } = value;
	const told = Object.entries(more).filter(([name]) => name !== PERSONAL || !('line_number' in more));
	const rest = told.map(([name, content]) => `${name} ${isSensitive(name) ? '***' : quoted(content)}`);
	const own = isRow(fields) ? fields : {};
	const strange = isRow(fields) ? '' : quoted(fields);
	return {
		reason: [quoted(code), quoted(message), ...rest, strange].filter(Boolean).join(', '),
		fields: own,
	};
}
