import { get } from 'node:http';

import { startSandbox, type Sandbox, type SandboxOptions } from '.';

export type Json = Record<string, unknown>;

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

/** A sandbox for one test; closed when the test fails, too. */
export async function withSandbox(
	options: SandboxOptions,
	use: (sandbox: Sandbox) => Promise<void>,
): Promise<void> {
	const sandbox = await startSandbox(options);
	try {
		await use(sandbox);
	} finally {
		await sandbox.close();
	}
}
