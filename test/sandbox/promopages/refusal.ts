import { json, text, type Answer } from '../frame/answer';

import type { PromoPagesOptions } from './options';

/** Thrown by whatever finds the request wanting. Only 401, 429 and 202 are known as statuses (section "Unknown"). */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
		private readonly headers: Readonly<Record<string, string>> = {},
	) {
		super(message);
	}

	answer(format: PromoPagesOptions['errorBody']): Answer {
		if (format === 'json') return json(this.status, errorBody(this.status, this.message), this.headers);
		const plain = text(this.status, 'text/plain; charset=utf-8', format === 'text' ? this.message : '');
		return { ...plain, headers: { ...plain.headers, ...this.headers } };
	}
}

/** The format is invented: the sheet knows none. */
export function errorBody(code: number, message: string): { code: number; message: string } {
	return { code, message };
}
