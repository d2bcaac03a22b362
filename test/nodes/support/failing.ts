import { expect } from '@jest/globals';

import type { ErrorKind } from '../../../connector/errors';
import type { Fault } from '../../sandbox';

type Words = string | RegExp;

/** An answer in place of the platform's own; what is no text goes as JSON. */
export function answer(status: number, body: unknown): Fault {
	return { kind: 'status', status, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

/** How a failure reads, for `toMatchObject`; of a text a part is enough. */
export function failing(kind: ErrorKind, message: Words = '', description?: Words) {
	const read = (words: Words): unknown =>
		typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words);
	const advice = description === undefined ? {} : { description: read(description) };
	return { message: read(message), ...advice, context: { kind } };
}

/** What it failed with; undefined when it did not. */
export async function failureOf(run: Promise<unknown>): Promise<unknown> {
	return run.then(
		() => undefined,
		(error: unknown) => error,
	);
}
