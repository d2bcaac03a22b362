import { get } from 'node:http';

export type Json = Record<string, unknown>;

export interface Call {
	method?: string;
	headers?: Record<string, string>;
	/** Sent as JSON, a string as it is. */
	body?: unknown;
	/** A string as it is. */
	query?: Record<string, string> | string;
}

/** Asks as a well-behaved client does, but for what the call says. POST with a body, else GET. */
export function callAt(url: string, authorization: string, call: Call = {}): Promise<Response> {
	const { method, headers, body, query = '' } = call;
	const search = typeof query === 'string' ? query : new URLSearchParams(query).toString();
	return fetch(url + (search && `?${search}`), {
		method: method ?? (body === undefined ? 'GET' : 'POST'),
		headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
		...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
	});
}

/** A parsed answer, whatever its status. */
export async function jsonOf(response: Promise<Response>): Promise<Json> {
	return (await (await response).json()) as Json;
}

/** The bytes of a body, as they come: nothing is decompressed. */
export function bytesAt(url: string): Promise<{ status: number; bytes: Buffer; length?: string }> {
	return new Promise((resolve, reject) => {
		get(url, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () => {
				const length = response.headers['content-length'];
				resolve({
					status: response.statusCode ?? 0,
					bytes: Buffer.concat(chunks),
					...(length && { length }),
				});
			});
		}).on('error', reject);
	});
}
