import type { EgressFilter } from './egress-filter';

export type Headers = Readonly<Record<string, string>>;

/**
 * How far a request may go. `origin`: it carries a credential and never leaves the origin of its URL, redirects
 * included. `public`: it carries none and may lead to any public address, never to a private one. `anywhere`: it
 * carries none and its target is trusted as much as the base URL (a loopback server).
 */
export type Reach = 'origin' | 'public' | 'anywhere';

/** A body that is made while it is sent. */
export interface StreamedBody {
	/** In all; undefined where that is not known before. */
	readonly bytes: number | undefined;
	/** What it throws ends the exchange. */
	readonly chunks: () => AsyncIterable<Uint8Array>;
}

export interface TransportRequest {
	readonly method: string;
	readonly url: string;
	readonly headers: Headers;
	readonly body?: string | StreamedBody;
	/** Longest silence in milliseconds: before the headers, and between two pieces of the body. */
	readonly idleTimeoutMs: number;
	/**
	 * Bound in milliseconds for the exchange as a whole, from the last piece of a streamed body on; without it an answer may
	 * take as long as it flows.
	 */
	readonly wholeTimeoutMs?: number;
	readonly reach: Reach;
	/** Asked before each connection, that of a redirect too; absent where nobody filters. */
	readonly egress?: EgressFilter;
}

export interface TransportResponse {
	readonly status: number;
	/** Names in lower case; of a repeated header the last value. */
	readonly headers: Headers;
	/** The body with its Content-Encoding taken off. To be iterated once, or discarded. */
	readonly body: AsyncIterable<Uint8Array>;
	/** Gives the connection back without reading the body. */
	discard(): void;
}

/** Port to the network: one exchange, no retries, no credentials of its own. */
export interface Transport {
	/**
	 * @throws {TimeoutError} nothing arrived for `idleTimeoutMs`, or the whole took too long
	 * @throws {TemporarilyUnavailableError} no connection, or one that broke
	 * @throws {AccessDeniedError} a certificate that cannot be trusted, a target that the egress filter does not allow
	 * @throws {ResponseInvalidError} a body that cannot be decompressed, a redirect out of `reach`
	 * @throws {CancelledError} the signal aborted
	 */
	send(request: TransportRequest, signal: AbortSignal): Promise<TransportResponse>;
}
