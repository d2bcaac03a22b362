import type { ClientRequest } from '../../../connector/client';
import { ExactNumber } from '../../../connector/rows';
import { choiceField } from '../../shared/parameters/choice-field';
import { parseJson } from '../../shared/parameters/json';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import type { Query } from '../api';

export const method = choiceField<ClientRequest['method']>({
	displayName: 'Method',
	name: 'method',
	type: 'options',
	options: [
		{ name: 'DELETE', value: 'DELETE' },
		{ name: 'GET', value: 'GET' },
		{ name: 'POST', value: 'POST', description: 'To create and to change' },
	],
	default: 'GET',
	description: 'What to do',
});

/** Only a path of the API: the token that goes along must not leave it. @throws {ParameterError} */
export function readPath(parameters: Parameters): string {
	const name = parameters.displayName('path');
	const path = parameters.requiredText('path');
	const isPlain = /^\/api\/[\w./,{}-]+$/.test(path) && !path.includes('//') && !path.includes('..');
	// A dot as a segment leaves the path that a reader sees: /api/v2/./x is /api/v2/x.
	if (isPlain && !/\/\.(\/|$)/.test(path)) return path;
	throw new ParameterError(
		name,
		`${name} is not the path of a method.`,
		'Enter it as the documentation has it, beginning with /api/ and without host and query, for example /api/v2/campaigns.json. The query goes into Query (JSON).',
	);
}

/** Lists are joined by commas, as the API wants them; what is null is left out. @throws {ParameterError} */
export function readQuery(parameters: Parameters): Query {
	const name = parameters.displayName('query');
	const query = parseJson(parameters.value('query'), name) ?? {};
	if (typeof query !== 'object' || Array.isArray(query))
		throw new ParameterError(name, `${name} is no JSON object with names and values.`);
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
