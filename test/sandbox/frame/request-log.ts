import type { Fault } from './faults/fault';

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

	open(request: Omit<LoggedRequest, 'body' | 'status' | 'startedAt' | 'endedAt'>): LoggedRequest {
		const entry = { ...request, body: undefined, status: 0, startedAt: Date.now(), endedAt: Infinity };
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
