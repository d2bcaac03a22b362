import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import type { Query } from '../api';
import { parseJson } from '../object/body';

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

function asText(value: unknown, name: string): string {
	if (Array.isArray(value)) {
		// An empty filter would be none, and so everything.
		if (value.length > 0) return value.map((entry) => asText(entry, name)).join(',');
		throw new ParameterError(name, `${name} is an empty list.`, 'Remove it, or enter values.');
	}
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	throw new ParameterError(name, `${name} is neither a text, a number nor a list of them.`);
}
