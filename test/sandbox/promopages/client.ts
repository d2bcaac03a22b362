import { withSandbox } from '../client';
import type { Sandbox } from '..';

import type { PromoPagesOptions } from '.';

export type Json = Record<string, unknown>;

export interface Call {
	method?: string;
	headers?: Record<string, string>;
	/** Sent as JSON, a string as it is. */
	body?: unknown;
	/** A string as it is. */
	query?: Record<string, string> | string;
}

/** Calls PromoPages as a well-behaved client does, but for what the call says. POST with a body, else GET. */
export function call(sandbox: Sandbox, path: string, options: Call = {}): Promise<Response> {
	const { baseUrl, token } = sandbox.promoPages;
	const { body, query = '' } = options;
	const search = new URLSearchParams(query).toString();
	return fetch(`${baseUrl}${path}?${typeof query === 'string' ? query : search}`, {
		method: options.method ?? (body === undefined ? 'GET' : 'POST'),
		headers: {
			authorization: `OAuth ${token}`,
			...(body !== undefined && { 'content-type': 'application/json' }),
			...options.headers,
		},
		...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
	});
}

/** A parsed answer, whatever its status. */
export async function answer(sandbox: Sandbox, path: string, options?: Call): Promise<Json> {
	return (await (await call(sandbox, path, options)).json()) as Json;
}

export const PUBLISHER = '5d6015092f1e4409e4e3ee84';

/** A month that is over {@link now}. */
export const MARCH = { publisherId: PUBLISHER, dateFrom: '2026-03-01', dateTo: '2026-03-31' };

export const now = () => Date.parse('2026-04-10T09:00:00Z');

/** A sandbox of another kind, for one test. */
export const other = (promoPages: Partial<PromoPagesOptions>, use: (sandbox: Sandbox) => Promise<void>) =>
	withSandbox({ now, promoPages }, use);
