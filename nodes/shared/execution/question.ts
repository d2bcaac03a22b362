import { createHash } from 'node:crypto';

import { writes } from './find-operation';
import type { Execution } from './execution';

/**
 * What an input item asks for, the same for items that ask for exactly the same. Undefined where each of them is to be
 * answered by itself: changes, and single objects, of which every input item wants its own.
 *
 * @param account whose answer it is: the credential may hold expressions, too
 */
export function questionOf<Api>(
	{ node, operation, properties }: Execution<Api>,
	itemIndex: number,
	account: string,
): string | undefined {
	if (node.getInputData().length === 1 || operation.gives === 'items') return undefined;
	if (writes(node, operation, itemIndex)) return undefined;
	try {
		const values = properties.map(({ name }) => node.getNodeParameter(name, itemIndex, null));
		return createHash('sha256')
			.update(JSON.stringify([account, values]))
			.digest('hex');
	} catch {
		// The expression of a parameter that is hidden, and that nobody else reads, may fail.
		return undefined;
	}
}
