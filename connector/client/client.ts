import type { z } from 'zod';

import type { Auth } from '../auth';
import { unlessAborted, type Clock } from '../clock';
import { ConnectorError } from '../errors';
import type { Observe } from '../events';
import { EVERY_METHOD, type BudgetWindow, type Permit, type RateLimiter } from '../rate-limit';
import { Retrier, type RetryBudget, type RetryPolicy } from '../retry';
import type { Headers, Transport, TransportRequest } from '../transport';
import type { Answer } from './answer';
import { openDownload } from './download';
import { parseRetryAfter, unforeseenRefusal } from './failure';
import { isRefusal, readAnswer } from './read-answer';
import { requestIdOf } from './request-id';
import { budgetName, contentOf, urlEncoded, type ClientRequest } from './request';
import { unknownForm } from './unknown-form';
import { failureOfRequest } from './unknown-outcome';

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
	/** Reads what an answer tells about the budget of its method; absent where the platform never tells. */
	readonly budgetOf?: (answer: Answer) => readonly BudgetWindow[];
}

/** An answer that keeps dripping is given up after this many times the allowed silence. */
const WHOLE_PER_IDLE = 4;

/** The way of a request: retry( rate limit( auth( transport ) ) ), then decoding. One client serves one run of a node. */
export class Client {
	private readonly retrier: Retrier;

	constructor(private readonly parts: ClientParts) {
		const { clock, observe, retryBudget, retryPolicy } = parts;
		this.retrier = new Retrier({ policy: retryPolicy, budget: retryBudget, clock, observe });
	}

	/** The same for another address of the platform, with the same limits and the same credential, which goes there too. */
	at(baseUrl: string): Client {
		return new Client({ ...this.parts, baseUrl });
	}

	/**
	 * Sends a request and gives its JSON answer in the form of the schema.
	 *
	 * @throws {ResponseInvalidError} the answer has another form; it is not repeated for that
	 * @throws {ConnectorError} whatever else the platform or the network did, after the retries
	 */
	async json<Schema extends z.ZodType>(request: ClientRequest, schema: Schema): Promise<z.infer<Schema>> {
		let signed: Headers = {};
		const { auth = this.parts.auth } = request;
		const signal = this.signalOf(request);
		const refresh = auth.refresh?.bind(auth);
		const attempts = {
			intent: request.intent,
			signal,
			pause: this.pauseOf(request),
			refresh: refresh === undefined ? undefined : () => unlessAborted(refresh(signed), signal),
			canSplit: request.canSplit,
		};
		const sign = async () => {
			const permit = await this.permit(request);
			try {
				signed = await unlessAborted(auth.sign(), signal);
				return permit;
			} catch (error) {
				permit.settle();
				throw error;
			}
		};
		const { body, requestId } = await this.retrier.run(attempts, sign, async (permit) => {
			try {
				return await this.attempt(request, signed);
			} catch (error) {
				throw error instanceof ConnectorError ? failureOfRequest(request, error) : error;
			} finally {
				permit.settle();
			}
		});
		// Long lists in it are checked in turns, of which it cannot be told that the execution was stopped.
		const parsed = await unlessAborted(schema.safeParseAsync(body), signal);
		if (parsed.success) return parsed.data;
		throw failureOfRequest(request, unknownForm(request, parsed.error, body).with({ requestId }));
	}

	/** Opens a file that the platform linked to; see {@link openDownload}. */
	async download(
		url: string,
		reach: 'public' | 'anywhere',
		signal: AbortSignal,
	): Promise<AsyncIterable<Uint8Array>> {
		return openDownload(this.parts, { url, reach }, signal);
	}

	/** Recovery of work that this client's policy should govern, but that is no single request. */
	recovery(signal: AbortSignal): ReturnType<Retrier['recovery']> {
		const { limiter } = this.parts;
		const pause = (ms: number) => {
			limiter.pause(ms);
		};
		return this.retrier.recovery({ intent: 'read', signal, pause });
	}

	private async permit(request: ClientRequest): Promise<Permit> {
		const { limiter, budgetShare, budgetOf, observe, retryPolicy } = this.parts;
		return limiter.permit(budgetName(request), {
			signal: this.signalOf(request),
			observe,
			maxWaitMs: retryPolicy.maxWaitMs,
			share: budgetShare,
			probe: budgetOf !== undefined,
		});
	}

	/** Where budgets belong to methods, a refusal says nothing about the other methods. */
	private pauseOf(request: ClientRequest): (ms: number) => void {
		const { limiter, budgetOf } = this.parts;
		const method = budgetOf === undefined ? EVERY_METHOD : budgetName(request);
		return (ms) => {
			limiter.pause(ms, method);
		};
	}

	private async attempt(
		request: ClientRequest,
		signed: Headers,
	): Promise<{ body?: unknown; requestId?: string }> {
		const { transport, limiter, budgetOf, observe, clock } = this.parts;
		let status: number | undefined;
		let requestId: string | undefined;
		try {
			const response = await transport.send(this.signedRequest(request, signed), this.signalOf(request));
			status = response.status;
			if (status === request.pendingStatus) {
				response.discard();
				return {};
			}
			const { headers } = response;
			requestId = requestIdOf(headers);
			const body = await (request.decode?.(response) ??
				readAnswer(response, request, this.signalOf(request)));
			const receivedAt = clock.now();
			const retryAfterMs = parseRetryAfter(headers['retry-after'], receivedAt);
			const answer: Answer = { status, headers, body, retryAfterMs, receivedAt };
			if (budgetOf !== undefined) limiter.learn(budgetName(request), budgetOf(answer));
			const failure = this.refusal(answer, request);
			if (failure === undefined) return { body, requestId };
			requestId ??= requestIdOf(headers, body);
			throw failure;
		} catch (error) {
			throw requestId !== undefined && error instanceof ConnectorError ? error.with({ requestId }) : error;
		} finally {
			observe({ type: 'request', method: request.method, path: request.path, status });
		}
	}

	private signedRequest(request: ClientRequest, signed: Headers): TransportRequest {
		const { method, path, query, accept = 'application/json' } = request;
		const { baseUrl, idleTimeoutMs } = this.parts;
		const { contentType, body } = contentOf(request);
		return {
			method,
			url: baseUrl + path + (query === undefined ? '' : `?${urlEncoded(query)}`),
			headers: {
				accept,
				...(contentType === undefined ? {} : { 'content-type': contentType }),
				...signed,
			},
			body,
			idleTimeoutMs,
			wholeTimeoutMs: idleTimeoutMs * WHOLE_PER_IDLE,
			reach: 'origin',
		};
	}

	private refusal(answer: Answer, { namesObject = false }: ClientRequest): ConnectorError | undefined {
		const { status } = answer;
		const refused = this.parts.failureOf(answer);
		const failure = refused ?? (isRefusal(answer) ? unforeseenRefusal('The platform', answer) : undefined);
		const isMisplaced = status === 404 && !namesObject && failure?.unforeseen === undefined;
		return isMisplaced ? failure?.with({ unforeseen: 'form' }) : failure;
	}

	private signalOf({ signal }: ClientRequest): AbortSignal {
		return signal ?? this.parts.signal;
	}
}
