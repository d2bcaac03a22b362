import { createHash } from 'node:crypto';

import { writes } from './find-operation';
import type { Execution } from './execution';
import { isLuxonLike } from '../parameters/calendar-day';

const MINUTE_MS = 60_000;

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
		const text = JSON.stringify([account, values], operation.gives === 'report' ? byMinute : undefined);
		return createHash('sha256').update(text).digest('hex');
	} catch {
		// The expression of a parameter that is hidden, and that nobody else reads, may fail.
		return undefined;
	}
}

/**
 * Reports count days, and n8n reads its clock anew for each item, so what items make of `$now` differs by milliseconds.
 * A full minute stays as it is, since a moment at midnight is a day of its own.
 */
function byMinute(this: Readonly<Record<string, unknown>>, name: string, value: unknown): unknown {
	const original = this[name];
	const millis = original instanceof Date || isLuxonLike(original) ? Number(original.valueOf()) : NaN;
	if (Number.isNaN(millis) || millis % MINUTE_MS === 0) return value;
	return Math.floor(millis / MINUTE_MS);
}
