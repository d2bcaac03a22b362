import type { NameAndValue } from '../../../connector/client';
import { ExactNumber } from '../../../connector/rows';
import { parseJson } from '../parameters/json';
import { ParameterError } from '../parameters/parameter-error';
import type { Parameters } from '../parameters/parameters';

/** How the paths of a platform look. */
export interface PathForm {
	/** What every one begins with. */
	readonly begins: string;
	readonly example: string;
}

/** Only a path of the API: the token that goes along must not leave it. @throws {ParameterError} */
export function readPath(parameters: Parameters, { begins, example }: PathForm): string {
	const name = parameters.displayName('path');
	const path = parameters.requiredText('path');
	const isPlain = /^\/[\w./,{}-]+$/.test(path) && !path.includes('//') && !path.includes('..');
	// A dot as a segment leaves the path that a reader sees: /api/v2/./x is /api/v2/x.
	if (isPlain && path.startsWith(begins) && !/\/\.(\/|$)/.test(path)) return path;
	throw new ParameterError(
		name,
		`${name} is not the path of a method.`,
		`Enter it as the documentation has it, beginning with ${begins} and without host and query, for example ${example}. The query goes into Query (JSON).`,
	);
}

/**
 * Lists are joined by commas, as the APIs want them; what is null is left out.
 *
 * @param own names that the node sets itself
 * @throws {ParameterError}
 */
export function readQuery(parameters: Parameters, own: readonly string[]): NameAndValue[] {
	const name = parameters.displayName('query');
	const query = parseJson(parameters.value('query'), name) ?? {};
	if (typeof query !== 'object' || Array.isArray(query))
		throw new ParameterError(name, `${name} is no JSON object with names and values.`);
	const taken = Object.keys(query).find((parameter) => own.includes(parameter));
	if (taken !== undefined)
		throw new ParameterError(name, `${name} has ${taken}, which the node sets itself.`, `Remove ${taken}.`);
	return Object.entries(query)
		.filter(([, value]) => value !== null && value !== undefined)
		.map(([parameter, value]) => [parameter, asText(value, `${parameter} in ${name}`)]);
}

/** @throws {ParameterError} neither an object nor a list */
export function readBody(parameters: Parameters): object | undefined {
	const name = parameters.displayName('body');
	const body = parseJson(parameters.value('body'), name);
	if (body === undefined || (typeof body === 'object' && body !== null)) return body;
	throw new ParameterError(name, `${name} is neither a JSON object nor a list.`);
}

function asText(value: unknown, name: string): string {
	if (Array.isArray(value)) {
		// An empty filter would be none, and so everything.
		if (value.length > 0) return value.map((entry) => asText(entry, name)).join(',');
		throw new ParameterError(name, `${name} is an empty list.`, 'Remove it, or enter values.');
	}
	if (typeof value === 'string') return value;
	if (value instanceof ExactNumber) return value.digits;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	throw new ParameterError(name, `${name} is neither a text, a number nor a list of them.`);
}
