import type { z } from 'zod';

import type { Auth } from '../auth';
import type { Clock } from '../clock';
import { ConnectorError, ResponseInvalidError, TemporarilyUnavailableError } from '../errors';
import type { Observe } from '../events';
import type { RateLimiter } from '../rate-limit';
import { parseRetryAfter, Retrier, type Intent, type RetryBudget, type RetryPolicy } from '../retry';
import type { Headers, Transport, TransportRequest } from '../transport';
import { failureForStatus } from './failure';
import { readAnswer } from './read-answer';
import { unlessAborted } from './unless-aborted';

export interface ClientRequest {
	readonly method: 'GET' | 'POST' | 'DELETE';
	/** Below the base URL, beginning with a slash. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string>>;
	readonly json?: unknown;
	readonly intent: Intent;
	/** A smaller request will be tried when this one takes too long, so it is not repeated unchanged. */
	readonly splitsOnTimeout?: boolean;
	/** An empty body is an answer, not a broken one. */
	readonly mayBeEmpty?: boolean;
	/** Takes the place of the client's signal, which it must include. */
	readonly signal?: AbortSignal;
}

/** An answer as the platform's rules see it. */
export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	/** Parsed JSON; undefined for an empty body, and for one that is no JSON when the status is an error. */
	readonly body: unknown;
	readonly retryAfterMs: number | undefined;
}

export interface ClientParts {
	readonly baseUrl: string;
	readonly transport: Transport;
	readonly auth: Auth;
	readonly limiter: RateLimiter;
	/** The part (0-1) of the account's request budget that this client may use. */
	readonly budgetShare: number;
	readonly retryPolicy: RetryPolicy;
	readonly retryBudget: RetryBudget;
	readonly clock: Clock;
	readonly observe: Observe;
	readonly signal: AbortSignal;
	/** Longest silence in milliseconds. */
	readonly idleTimeoutMs: number;
	/** Reads the platform's way to say no: an error for a refusal, also inside a 200, else undefined. */
	readonly failureOf: (answer: Answer) => ConnectorError | undefined;
}

/** An answer that keeps dripping is given up after this many times the allowed silence. */
const WHOLE_PER_IDLE = 4;

/** The way of a request: retry( rate limit( auth( transport ) ) ), then decoding. One client serves one run of a node. */
export class Client {
	private readonly retrier: Retrier;

	constructor(private readonly parts: ClientParts) {
		const { limiter, clock, observe, retryBudget, retryPolicy } = parts;
		this.retrier = new Retrier({
			policy: retryPolicy,
			budget: retryBudget,
			clock,
			observe,
			pause: (ms) => {
				limiter.pause(ms);
			},
		});
	}

	/**
	 * Sends a request and gives its JSON answer in the form of the schema.
	 *
	 * @throws {ResponseInvalidError} the answer has another form; it is not repeated for that
	 * @throws {ConnectorError} whatever else the platform or the network did, after the retries
	 */
	async json<Schema extends z.ZodType>(request: ClientRequest, schema: Schema): Promise<z.infer<Schema>> {
		let signed: Headers = {};
		const { splitsOnTimeout = false } = request;
		const { auth } = this.parts;
		const signal = this.signalOf(request);
		const refresh = auth.refresh?.bind(auth);
		const attempts = {
			intent: request.intent,
			signal,
			refresh: refresh === undefined ? undefined : () => unlessAborted(refresh(signed), signal),
			wantsSmaller: (error: ConnectorError) =>
				error.splittable &&
				(error.kind === 'response-invalid' || (splitsOnTimeout && error.kind === 'timeout')),
		};
		const body = await this.retrier
			.run(
				attempts,
				() => this.permit(request),
				async () => {
					signed = await unlessAborted(auth.sign(), signal);
					return this.attempt(request, signed);
				},
			)
			.catch((error: unknown) => {
				// An order that was not clearly refused may have been taken; halves of it would order the same again.
				if (error instanceof ConnectorError && request.intent !== 'read') error.splittable = false;
				throw error;
			});
		const parsed = schema.safeParse(body);
		if (parsed.success) return parsed.data;
		const [issue] = parsed.error.issues;
		const place =
			issue === undefined || issue.path.length === 0 ? 'at its top' : `at "${issue.path.join('.')}"`;
		throw new ResponseInvalidError(
			`The platform's answer to ${request.path} has an unknown form (${place}).`,
		);
	}

	/**
	 * Opens a file that the platform linked to. No credential goes along. The body is not bounded, since it is
	 * streamed, and not retried: whoever reads it knows how to go on after a break.
	 *
	 * @throws {ConnectorError} a refusal, by its status
	 */
	async download(
		url: string,
		reach: 'public' | 'anywhere',
		signal: AbortSignal,
	): Promise<AsyncIterable<Uint8Array>> {
		const { transport, observe, clock, idleTimeoutMs } = this.parts;
		const request = { method: 'GET', url, headers: {}, idleTimeoutMs, reach };
		let status: number | undefined;
		try {
			const response = await transport.send(request, signal);
			status = response.status;
			if (status === 200) return response.body;
			response.discard();
			throw storageFailure(status, parseRetryAfter(response.headers['retry-after'], clock.now()));
		} finally {
			// The link is a credential of its own, so the event does not tell it.
			observe({ type: 'request', method: 'GET', path: '(download)', status });
		}
	}

	/** Recovery of work that this client's policy should govern, but that is no single request. */
	recovery(): ReturnType<Retrier['recovery']> {
		return this.retrier.recovery({ intent: 'read', signal: this.parts.signal });
	}

	private async permit(request: ClientRequest): Promise<void> {
		const { limiter, budgetShare, observe, retryPolicy } = this.parts;
		await limiter.permit(`${request.method} ${request.path}`, {
			signal: this.signalOf(request),
			observe,
			maxWaitMs: retryPolicy.maxWaitMs,
			share: budgetShare,
		});
	}

	private async attempt(request: ClientRequest, signed: Headers): Promise<unknown> {
		const { transport, observe, clock } = this.parts;
		let status: number | undefined;
		try {
			const response = await transport.send(this.signedRequest(request, signed), this.signalOf(request));
			status = response.status;
			const { headers } = response;
			const body = await readAnswer(response, request.mayBeEmpty ?? false);
			const failure = this.refusal({
				status,
				headers,
				body,
				retryAfterMs: parseRetryAfter(headers['retry-after'], clock.now()),
			});
			if (failure !== undefined) throw failure;
			return body;
		} finally {
			observe({ type: 'request', method: request.method, path: request.path, status });
		}
	}

	private signedRequest({ method, path, query, json }: ClientRequest, signed: Headers): TransportRequest {
		const { baseUrl, idleTimeoutMs } = this.parts;
		const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
		return {
			method,
			url: baseUrl + path + search,
			headers: {
				accept: 'application/json',
				...(json === undefined ? {} : { 'content-type': 'application/json' }),
				...signed,
			},
			body: json === undefined ? undefined : JSON.stringify(json),
			idleTimeoutMs,
			wholeTimeoutMs: idleTimeoutMs * WHOLE_PER_IDLE,
			reach: 'origin',
		};
	}

	private refusal(answer: Answer): ConnectorError | undefined {
		const { status, retryAfterMs } = answer;
		const failure = this.parts.failureOf(answer);
		if (failure !== undefined || (status >= 200 && status < 300)) return failure;
		return failureForStatus(status, `The platform answered with status ${status}.`, { retryAfterMs });
	}

	private signalOf({ signal }: ClientRequest): AbortSignal {
		return signal ?? this.parts.signal;
	}
}

function storageFailure(status: number, retryAfterMs: number | undefined): ConnectorError {
	const message = `The storage answered the download with status ${status}.`;
	// The storage counts apart from the platform, so its limit must not hold back the account's requests.
	if (status === 429) return new TemporarilyUnavailableError(message, { status, retryAfterMs });
	return failureForStatus(status, message, { retryAfterMs });
}
