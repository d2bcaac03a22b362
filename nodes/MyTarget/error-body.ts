import { z } from 'zod';

import { LONGEST_WORDS } from '../../connector/client';

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

const text = z.string().catch('');

const structured = z.looseObject({
	error: z.looseObject({
		code: text,
		message: text,
		fields: z.record(z.string(), z.unknown()).catch({}),
		required_permission: text,
		resource: text,
	}),
});

const entry = z.looseObject({ code: text, message: text });

/** Keys of the error object that hold no refused objects. */
const OWN_KEYS = new Set(['code', 'message', 'fields', 'required_permission', 'resource']);

/** A few words each; a list of a thousand wrong lines is no message. */
const NAMED = 10;
export function readRefusal(body: unknown): Refusal {
	// What a proxy says, as a rule (E12).
	if (typeof body === 'string') return { ...NOTHING, words: body.slice(0, LONGEST_WORDS) };
	const parsed = structured.safeParse(body);
	if (!parsed.success) {
		const { code, words } = readAuthError(body);
		return { ...NOTHING, code, words };
	}
	const { error } = parsed.data;
	const { code, message, required_permission, resource } = error;
	const failed = [...failedFields(error.fields), ...failedObjects(error)];
	const words = [
		message,
		required_permission === '' ? '' : `the permission ${required_permission} is required`,
		resource === '' ? '' : `no such ${resource}`,
	];
	return {
		code,
		words: words.filter(Boolean).join('; ').slice(0, LONGEST_WORDS),
		fields: [...new Set(failed.map(({ field }) => field))],
		fieldTexts: failed.slice(0, NAMED).map((failure) => failure.text.slice(0, LONGEST_WORDS)),
	};
}

/** What the forms of a refusal have at their top (sheet 1.8, 3.0.5). */
const REFUSAL_KEYS: ReadonlySet<string> = new Set(['error', 'error_description', 'code', 'message']);

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

/** E2 to E4: an entry is an object, a list of objects, or a text. */
function failedFields(fields: Readonly<Record<string, unknown>>, prefix = ''): FailedField[] {
	return Object.entries(fields).flatMap(([name, value]) => {
		const field = prefix + name;
		const reasons = (Array.isArray(value) ? (value as unknown[]) : [value]).slice(0, NAMED).map(reasonOf);
		return reasons.map((reason) => ({ field, text: reason === '' ? field : `${field} (${reason})` }));
	});
}

/** E5: refused objects of a mass action, under the name of their kind. */
function failedObjects(error: Readonly<Record<string, unknown>>): FailedField[] {
	return Object.entries(error).flatMap(([kind, list]) => {
		if (OWN_KEYS.has(kind) || !Array.isArray(list)) return [];
		return (list as unknown[]).slice(0, NAMED).flatMap((object) => {
			const inner = z.looseObject({ fields: z.record(z.string(), z.unknown()) }).safeParse(object);
			const own = [{ field: kind, text: `${kind} (${reasonOf(object)})` }];
			return inner.success ? [...own, ...failedFields(inner.data.fields, `${kind}.`)] : own;
		});
	});
}

/** Code, words, and whatever else tells what would have been right: `expected`, `allowed_values`, `line_number`. */
function reasonOf(value: unknown): string {
	if (typeof value === 'string') return value;
	const parsed = entry.safeParse(value);
	if (!parsed.success) return '';
	const { code, message, fields: _fields, ...more } = parsed.data;
	const rest = Object.entries(more).map(([name, content]) => `${name} ${JSON.stringify(content)}`);
	return [code, message, ...rest].filter(Boolean).join(', ');
}
