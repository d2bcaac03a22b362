import type { NameAndValue } from '../../../connector/client';
import { RequestInvalidError } from '../../../connector/errors';
import type { Observe } from '../../../connector/events';
import { pathOf, type Navigation } from '../api';
import { allMethods, findMethod, type Method } from '../catalogue';
import { nearestPath, nearMisses } from '../catalogue/near-miss';

/**
 * Sends something, and tells what is odd about the names in it: with its success in a hint, since ADFOX passes over
 * what it does not know; with a refusal in its message, together with what the method needs.
 */
export async function explainingNames<Result>(
	navigation: Navigation,
	parameters: readonly NameAndValue[],
	observe: Observe,
	send: () => Promise<Result>,
): Promise<Result> {
	const method = findMethod(navigation);
	const names = parameters.map(([name]) => name);
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
	const nearest = nearestPath(path, allMethods);
	return nearest === undefined ? [] : [`\`${path}\`: did you mean \`${nearest}\`?`];
}

function missingNames(method: Method | undefined, sent: readonly string[]): string[] {
	const missing = (method?.parameters ?? []).filter(({ name, required }) => required && !sent.includes(name));
	if (missing.length === 0) return [];
	return [`The method needs ${missing.map(({ name }) => `\`${name}\``).join(', ')} as well.`];
}
