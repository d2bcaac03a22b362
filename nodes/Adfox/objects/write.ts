import type { NameAndValue } from '../../../connector/client';
import { RequestInvalidError } from '../../../connector/errors';
import type { Observe } from '../../../connector/events';
import type { Row } from '../../../connector/rows';
import type { Run } from '../../shared/operations/run';
import { pathOf, type AdfoxApi, type Navigation, type Sending } from '../api';
import { textOf, type ClassicAnswer } from '../answer';
import { findMethod, nearestPath, nearMisses } from '../catalogue/find';
import type { Method } from '../catalogue/method';
import { tellRemark } from './list';
import { changedId } from './numbers';

/**
 * Makes a change, once, and tells what was not done of it.
 *
 * @param check how to look whether it was done, for an answer that never came
 */
export async function write(
	{ api, observe }: Run<AdfoxApi>,
	navigation: Navigation,
	parameters: readonly NameAndValue[],
	check: string,
	sending: Sending = {},
): Promise<ClassicAnswer> {
	const names = [...parameters.map(([name]) => name), ...(sending.files ?? []).map(({ name }) => name)];
	const answer = await explainingNames(navigation, names, observe, () =>
		api.write(navigation, parameters, check, sending),
	);
	tellRemark({ answer }, observe);
	return answer;
}

/**
 * The item of a change.
 *
 * @param done what it says of a change that was made as a whole; one that was made in part has the platform's message
 *   instead (sheet 4.1)
 */
export function outcomeOf({ code, status }: ClassicAnswer, id: string, done: Row): Row {
	const message = code === '0' ? textOf(status, 'message') : undefined;
	return { id: changedId(id), ...(message === undefined ? done : { message }) };
}

/**
 * Sends something, and tells what is odd about the names in it: with its success in a hint, since ADFOX passes over
 * what it does not know; with a refusal in its message, together with what the method needs.
 *
 * @param names of everything that is sent
 */
export async function explainingNames<Result>(
	navigation: Navigation,
	names: readonly string[],
	observe: Observe,
	send: () => Promise<Result>,
): Promise<Result> {
	const method = findMethod(navigation);
	const odd = method === undefined ? unknownPath(navigation) : nearMisses(method, names);
	try {
		const result = await send();
		for (const text of odd) observe({ type: 'remark', text });
		return result;
	} catch (error) {
		if (!(error instanceof RequestInvalidError)) throw error;
		throw error.with({ message: [error.message, ...odd, ...missingNames(method, names)].join(' ') });
	}
}

/** The catalogue does not have all that exists, so only a path that is near to a known one is worth a word. */
function unknownPath(navigation: Navigation): string[] {
	const path = pathOf(navigation);
	const nearest = nearestPath(path);
	return nearest === undefined ? [] : [`\`${path}\`: did you mean \`${nearest}\`?`];
}

function missingNames(method: Method | undefined, sent: readonly string[]): string[] {
	const missing = (method?.parameters ?? []).filter(({ name, required }) => required && !sent.includes(name));
	if (missing.length === 0) return [];
	return [`The method needs ${missing.map(({ name }) => `\`${name}\``).join(', ')} as well.`];
}
