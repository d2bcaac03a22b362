import type { Sandbox } from '..';
import type { Json } from '../client';

/** `Fields` and dates that the sandbox takes. */
export const RAW_BODY = {
	ResponseType: 'JSON',
	Fields: ['InteractionTime', 'InteractionType', 'InteractionPlacementId'],
	InteractionFilter: { DateFrom: '2026-03-01', DateTo: '2026-03-03' },
};

export interface Call {
	method?: string;
	headers?: Record<string, string>;
	/** Sent as JSON, a string as it is. */
	body?: unknown;
	/** Query parameters besides project_id. */
	query?: Record<string, string>;
}

/** Calls TargetADS as a well-behaved client does, but for what the call says. POST with a body, else GET. */
export function call(sandbox: Sandbox, path: string, options: Call = {}): Promise<Response> {
	const { baseUrl, token, projectId } = sandbox.targetAds;
	const { body } = options;
	const query = new URLSearchParams({ project_id: String(projectId), ...options.query });
	return fetch(`${baseUrl}${path}?${query.toString()}`, {
		method: options.method ?? (body === undefined ? 'GET' : 'POST'),
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...options.headers },
		body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
	});
}

export async function answer(sandbox: Sandbox, path: string, options?: Call): Promise<Json> {
	return (await (await call(sandbox, path, options)).json()) as Json;
}
