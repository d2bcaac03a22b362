import type { IncomingMessage } from 'node:http';

import type { PlatformFault } from './faults/fault';

/** A request as a platform sees it. */
export interface SandboxRequest {
	readonly method: string;
	/** Path without the platform's prefix: `/v1/meta/campaigns`. */
	readonly path: string;
	readonly query: URLSearchParams;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	/** The query as it was sent, without the question mark: not every platform reads it as UTF-8. */
	readonly search: string;
	/** The body as it was sent. */
	readonly bytes: Buffer;
	/** A switched-on fault that only the platform can play. */
	readonly fault?: PlatformFault;
}

export function headersOf(message: IncomingMessage): Record<string, string> {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(message.headers)) {
		if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
	}
	return headers;
}

export async function bytesOf(message: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of message) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** Parsed JSON where the text is JSON, else the text itself; undefined for no body. */
export function readableBody(body: string): unknown {
	if (body === '') return undefined;
	try {
		return JSON.parse(body);
	} catch {
		return body;
	}
}
