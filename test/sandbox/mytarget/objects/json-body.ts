import { coded, invalid, type FieldError } from '../refusal';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A body that is an object and has no other fields than these. Errors: 400. */
export function objectBody(body: unknown, allowed: readonly string[]): JsonObject {
	const object = anyObject(body);
	const errors: Record<string, FieldError> = {};
	for (const name of Object.keys(object)) {
		if (!allowed.includes(name)) errors[name] = { code: 'unallowed_field', message: 'Unallowed field' };
	}
	if (Object.keys(errors).length > 0) throw invalid(errors);
	return object;
}

/** Errors: 400. */
export function anyObject(body: unknown): JsonObject {
	if (!isObject(body)) throw coded(400, 'invalid_json', 'The body must be a JSON object');
	return body;
}
