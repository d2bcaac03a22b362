import type { IncomingMessage } from 'node:http';

import type { Fault, PlatformFault } from './faults/fault';

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

/** One request as it was received, and what it was answered with. */
export interface LoggedRequest {
	/** The key of its platform, or `storage` for an origin that serves files. */
	readonly platform: string;
	readonly method: string;
	/** Path without the platform's prefix: `/v1/meta/campaigns`. */
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	/** Parsed JSON where it is JSON, else text; undefined for no body. */
	body: unknown;
	/** The body as it was sent, with all digits of its numbers. */
	text: string;
	/** 0 as long as no status line was sent; it stays 0 for a connection that was reset or hung. */
	status: number;
	/** What struck it, besides a delay. */
	fault?: Fault['kind'];
	/** Real time in milliseconds, whatever clock the sandbox has. */
	readonly startedAt: number;
	/** Real time in milliseconds; Infinity while under way. */
	endedAt: number;
}

/** Remembers requests in the order of their arrival. */
export class RequestLog {
	readonly requests: LoggedRequest[] = [];

	constructor(private readonly onEnd: (request: LoggedRequest) => void) {}

	open(request: Omit<LoggedRequest, 'body' | 'text' | 'status' | 'startedAt' | 'endedAt'>): LoggedRequest {
		const entry = {
			...request,
			body: undefined,
			text: '',
			status: 0,
			startedAt: Date.now(),
			endedAt: Infinity,
		};
		this.requests.push(entry);
		return entry;
	}

	close(entry: LoggedRequest): void {
		if (entry.endedAt !== Infinity) return;
		entry.endedAt = Date.now();
		this.onEnd(entry);
	}

	/** Forgets everything; the array stays the same object. */
	clear(): void {
		this.requests.length = 0;
	}
}
