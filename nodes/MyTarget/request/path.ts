import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';

const NAME = 'Path';

/** Only a path of the API: the token that goes along must not leave it. @throws {ParameterError} */
export function readPath(parameters: Parameters): string {
	const path = parameters.requiredText('path');
	const isPlain = /^\/api\/[\w./,{}-]+$/.test(path) && !path.includes('//') && !path.includes('..');
	// A dot as a segment leaves the path that a reader sees: /api/v2/./x is /api/v2/x.
	if (isPlain && !/\/\.(\/|$)/.test(path)) return path;
	throw new ParameterError(
		NAME,
		`${NAME} is not the path of a method.`,
		'Enter it as the documentation has it, beginning with /api/ and without host and query, for example /api/v2/campaigns.json. The query goes into Query (JSON).',
	);
}

/** The method that a path belongs to, as its budget is counted: ids are parameters of it. */
export function templateOf(path: string): string {
	return path.replace(/\/\d+(,\d+)*(?=[./]|$)/g, '/{id}');
}
