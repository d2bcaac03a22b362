import { ExactNumber, parseExactJson } from '../../../connector/rows';
import { ParameterError } from './parameter-error';

/** A value in a text may hold quotes and line ends, and text in place of an object reads "[object Object]". */
const IN_EXPRESSIONS =
	'In an expression write values as {{ JSON.stringify($json.name) }}, without quotes around them, or hand over a whole object: {{ $json }}.';

/**
 * JSON as the editor gives it, as text, or as what an expression made of it. In a text, numbers that JavaScript would
 * round are {@link ExactNumber}s.
 *
 * @returns undefined for nothing
 * @throws {ParameterError} text that is no JSON. It stays out of the message: what cannot be read may hold a password.
 */
export function parseJson(value: unknown, displayName: string, advice?: string): unknown {
	if (typeof value !== 'string') return value ?? undefined;
	if (value.trim() === '') return undefined;
	try {
		const parsed = parseExactJson(value);
		// Alone it is neither an object nor a list, and must not look like one.
		return parsed instanceof ExactNumber ? parsed.digits : parsed;
	} catch {
		throw new ParameterError(
			displayName,
			`${displayName} is no valid JSON.`,
			[advice, IN_EXPRESSIONS].filter(Boolean).join(' '),
		);
	}
}

/** The names and values of a JSON object or a collection; none where it is something else. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: {};
}
