import type { Sandbox } from '..';

export type Json = Record<string, unknown>;

export interface MyTargetCall {
	method?: string;
	/** In place of the ready token. */
	token?: string;
	headers?: Record<string, string>;
	/** Sent as JSON, a string as it is. */
	body?: unknown;
	query?: Record<string, string>;
}

/** Calls myTarget as a well-behaved client does, but for what the call says. POST with a body, else GET. */
export function callMyTarget(sandbox: Sandbox, path: string, call: MyTargetCall = {}): Promise<Response> {
	const { body, query, token = sandbox.myTarget.accessToken } = call;
	const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
	return fetch(`${sandbox.myTarget.baseUrl}${path}${search}`, {
		method: call.method ?? (body === undefined ? 'GET' : 'POST'),
		headers: {
			authorization: `Bearer ${token}`,
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			...call.headers,
		},
		...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
	});
}

export async function myTargetAnswer(sandbox: Sandbox, path: string, call?: MyTargetCall): Promise<Json> {
	return (await (await callMyTarget(sandbox, path, call)).json()) as Json;
}

/** A request to the token endpoint, with the right client. */
export function askToken(sandbox: Sandbox, form: Record<string, string>): Promise<Response> {
	const { baseUrl, clientId, clientSecret } = sandbox.myTarget;
	return fetch(`${baseUrl}/api/v2/oauth2/token.json`, {
		method: 'POST',
		body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form }),
	});
}

export async function tokenOf(sandbox: Sandbox, form: Record<string, string>): Promise<Json> {
	return (await (await askToken(sandbox, form)).json()) as Json;
}
