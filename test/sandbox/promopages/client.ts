import type { Sandbox } from '..';

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
