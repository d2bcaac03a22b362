import { Readable } from 'node:stream';

import type { Dispatcher } from 'undici';

import { unlessAborted } from '../clock';
import { CancelledError, ResponseInvalidError } from '../errors';
import { Deadline } from './deadline';
import { ACCEPT_ENCODING, decompressed, isNothing } from './decompress';
import { Dispatchers } from './dispatchers';
import { blockedByFilter, isBlocked, networkError } from './network-error';
import { proxyFor } from './proxy-for';
import { assertPublicUrl } from './public-address';
import type { Headers, Transport, TransportRequest, TransportResponse } from './transport';

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * The network by way of undici: pooled connections that stay open, proxies of the environment respected, TLS always
 * verified. undici's global dispatcher is never touched.
 */
export class UndiciTransport implements Transport {
	private readonly dispatchers = new Dispatchers();

	async send(request: TransportRequest, signal: AbortSignal): Promise<TransportResponse> {
		let url = new URL(request.url);
		for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
			const response = await this.exchange({ ...request, url: url.href }, signal);
			if (!REDIRECTS.has(response.status)) return response;
			response.discard();
			url = redirectTarget(request, url, response);
		}
		throw new ResponseInvalidError(`${url.host} sends from one redirect to the next.`);
	}

	async close(): Promise<void> {
		await this.dispatchers.close();
	}

	private async exchange(request: TransportRequest, signal: AbortSignal): Promise<TransportResponse> {
		// undici would open a connection before it looks at the signal.
		if (signal.aborted) throw new CancelledError('The execution was stopped.');
		const url = new URL(request.url);
		if (request.reach === 'public') assertPublicUrl(url);
		const deadline = new Deadline(signal, request.wholeTimeoutMs);
		const explain = (error: unknown) =>
			networkError(error, {
				host: url.host,
				proxied: proxyFor(url) !== undefined,
				idleTimeoutMs: request.idleTimeoutMs,
				signal,
				overdue: deadline.passed,
			});
		try {
			await unlessAborted(assertAllowed(url, request), signal);
			const { statusCode, headers, body } = await this.dispatchers.for(url, request).request({
				origin: url.origin,
				path: url.pathname + url.search,
				method: request.method,
				headers: { 'accept-encoding': ACCEPT_ENCODING, ...request.headers, ...lengthOf(request.body) },
				body: sentBody(request.body, deadline),
				headersTimeout: request.idleTimeoutMs,
				bodyTimeout: request.idleTimeoutMs,
				signal: deadline.signal,
			});
			// Also when nobody iterates: a stream that ends, fails or is thrown away always closes.
			body.once('close', () => {
				deadline.lift();
			});
			// An answer may break before anybody reads it, or be discarded; without a listener that ends the process.
			// Whoever reads gets the failure all the same.
			body.on('error', () => undefined);
			const plainHeaders = flatten(headers);
			return {
				status: statusCode,
				headers: plainHeaders,
				body: decoded(body, plainHeaders['content-encoding'], explain),
				discard: discard(body),
			};
		} catch (error) {
			deadline.lift();
			throw explain(error);
		}
	}
}

/** Servers in front of a platform often refuse a body whose length they are not told. */
function lengthOf(body: TransportRequest['body']): Headers {
	const isKnown = typeof body === 'object' && body.bytes !== undefined;
	return isKnown ? { 'content-length': String(body.bytes) } : {};
}

function sentBody(body: TransportRequest['body'], deadline: Deadline): string | Readable | null {
	if (typeof body !== 'object') return body ?? null;
	const stream = Readable.from(postponing(body.chunks(), deadline), { objectMode: false });
	// undici looks for failures while it sends only; without a listener a later one would end the process.
	return stream.on('error', () => undefined);
}

async function* postponing(chunks: AsyncIterable<Uint8Array>, deadline: Deadline) {
	for await (const chunk of chunks) {
		yield chunk;
		deadline.postpone();
	}
}

/** An address written as a number is never looked up, so the lookup alone would let it pass. */
async function assertAllowed(url: URL, { egress }: TransportRequest): Promise<void> {
	if (egress === undefined) return;
	const verdict = await egress.validateUrl(url).catch((error: unknown) => {
		// Behind a proxy it is the proxy that looks names up, and this server may have nobody to ask.
		if (proxyFor(url) !== undefined && !isBlocked(error)) return { ok: true };
		throw error;
	});
	if (!verdict.ok) throw blockedByFilter(url.host);
}

function redirectTarget(
	{ method, reach }: TransportRequest,
	from: URL,
	{ status, headers: { location } }: TransportResponse,
): URL {
	const refuse = (what: string): never => {
		throw new ResponseInvalidError(`${from.host} ${what}`, { status });
	};
	if (location === undefined || !URL.canParse(location, from.href))
		return refuse('sent a redirect without a target.');
	const target = new URL(location, from);
	if (target.protocol !== 'https:' && target.protocol !== from.protocol)
		refuse('sent a redirect to a connection that is not secure; it was not followed.');
	if (reach === 'origin' && target.origin !== from.origin)
		refuse(`sent a redirect to another server, ${target.host}; it was not followed.`);
	if (method !== 'GET') refuse(`answered a ${method} with a redirect; it was not repeated.`);
	return target;
}

/** The decoder is put on when somebody reads, so that what is discarded goes by it. */
async function* decoded(
	body: Readable,
	contentEncoding: string | undefined,
	explain: (error: unknown) => Error,
): AsyncGenerator<Uint8Array> {
	let decoder = body;
	try {
		decoder = await decompressed(body, contentEncoding);
		for await (const chunk of decoder) yield chunk as Uint8Array;
		// undici gives a connection back a turn of the event loop later, and would open another one until then.
		await new Promise((resolve) => setImmediate(resolve));
	} catch (error) {
		if (!isNothing(error, decoder)) throw explain(error);
	}
}

/** Small rests are read to keep the connection, large ones cost more than a new connection. */
function discard(body: Dispatcher.ResponseData['body']): () => void {
	return () => {
		body.dump({ limit: 64 * 1024 }).catch(() => undefined);
	};
}

function flatten(headers: Record<string, string | string[] | undefined>): Headers {
	const plain: Record<string, string> = {};
	for (const [name, value] of Object.entries(headers)) {
		const last = Array.isArray(value) ? value.at(-1) : value;
		if (last !== undefined) plain[name] = last;
	}
	return plain;
}
