import { z } from 'zod';

import { LONGEST_WORDS } from '../../../connector/client';

/** A refusal in the words of the platform. */
interface AuthError {
	readonly code: string;
	readonly words: string;
}

const text = z.string().catch('');

/** The three forms in which the same refusals were seen (sheet 1.8): wrapped, OAuth, flat. */
const authError = z.union([
	z
		.looseObject({ error: z.looseObject({ code: text, message: text }) })
		.transform(({ error: { code, message } }) => ({ code, words: message })),
	z
		.looseObject({ error: z.string(), error_description: text })
		.transform(({ error, error_description }) => ({ code: error, words: error_description })),
	z
		.looseObject({ code: z.string(), message: text })
		.transform(({ code, message }) => ({ code, words: message })),
]);

/** @returns empty texts for anything else, such as the page of a proxy */
export function readAuthError(body: unknown): AuthError {
	const parsed = authError.safeParse(body);
	if (!parsed.success) return { code: '', words: '' };
	const { code, words } = parsed.data;
	return { code: code.slice(0, LONGEST_WORDS), words: words.slice(0, LONGEST_WORDS) };
}
