import type { Clock } from '../../connector/clock';
import { CancelledError } from '../../connector/errors';
import type { Headers, Transport, TransportRequest, TransportResponse } from '../../connector/transport';

/** What the network does with one request: an answer, or a failure that is thrown. */
export type Step = ScriptedAnswer | Error;

export interface ScriptedAnswer {
	/** 200 unless given. */
	readonly status?: number;
	/** Names in lower case. */
	readonly headers?: Headers;
	/** Text and bytes go out as they are, everything else as JSON; nothing at all is an empty body. */
	readonly body?: unknown;
	/** Virtual time in milliseconds from the request to the headers; `Infinity`: they never come. */
	readonly takesMs?: number;
	/** The body stops here: thrown after `body` was sent, or never anything more. */
	readonly then?: Error | 'silence';
}

/** Steps in order, or a function that decides by the request. */
export type Script = readonly Step[] | ((request: TransportRequest, index: number) => Step);

export interface SentRequest extends TransportRequest {
	/** Virtual time in milliseconds since the transport was made. */
	readonly at: number;
}

/** A network that does what its script says and remembers what it was asked, and when. */
export class ScriptedTransport implements Transport {
	readonly sent: SentRequest[] = [];
	/** Bodies that were given back unread. */
	discarded = 0;
	private readonly start: number;

	constructor(
		private readonly clock: Clock,
		private readonly script: Script,
	) {
		this.start = clock.now();
	}

	/** The moments, in milliseconds since the start, at which requests went out. */
	get times(): number[] {
		return this.sent.map(({ at }) => at);
	}

	async send(request: TransportRequest, signal: AbortSignal): Promise<TransportResponse> {
		if (signal.aborted) throw new CancelledError('The execution was stopped.');
		const index = this.sent.length;
		this.sent.push({ ...request, at: this.clock.now() - this.start });
		const step = typeof this.script === 'function' ? this.script(request, index) : this.script[index];
		if (step === undefined) throw new Error(`The script has no answer for request ${index + 1}.`);
		if (step instanceof Error) throw step;
		const { status = 200, headers = {}, takesMs = 0 } = step;
		if (takesMs === Infinity) await untilAborted(signal);
		if (takesMs > 0) await this.clock.sleep(takesMs, signal);
		return {
			status,
			headers,
			body: stream(step, signal),
			discard: () => {
				this.discarded += 1;
			},
		};
	}
}

async function* stream({ body, then }: ScriptedAnswer, signal: AbortSignal): AsyncGenerator<Uint8Array> {
	if (body instanceof Uint8Array) yield body;
	else if (body !== undefined) yield Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
	if (then === 'silence') await untilAborted(signal);
	if (then instanceof Error) throw then;
}

function untilAborted(signal: AbortSignal): Promise<never> {
	return new Promise((_resolve, reject) => {
		const cancel = () => {
			reject(new CancelledError('The execution was stopped.'));
		};
		if (signal.aborted) cancel();
		else signal.addEventListener('abort', cancel, { once: true });
	});
}
