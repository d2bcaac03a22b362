import type { Clock } from '../../connector/clock';
import type { Transport, TransportRequest, TransportResponse } from '../../connector/transport';

export interface Sent {
	readonly method: string;
	readonly url: string;
	/** Virtual time in milliseconds. */
	readonly at: number;
}

/** What happens to some requests before they reach the network. */
export interface Tampering {
	readonly strikes: (index: number) => boolean;
	/** Sends them elsewhere. */
	readonly divert?: (url: URL) => void;
	/** Real milliseconds in place of the node's. */
	readonly timeouts?: { readonly idleMs: number; readonly wholeMs: number };
}

/** The real transport, with a list of what went through it and with faults that a server cannot play. */
export class TamperedTransport implements Transport {
	readonly sent: Sent[] = [];

	constructor(
		private readonly transport: Transport,
		private readonly clock: Clock,
		private readonly tampering: Tampering | undefined,
	) {}

	async send(request: TransportRequest, signal: AbortSignal): Promise<TransportResponse> {
		const index = this.sent.length;
		const { method, url } = request;
		this.sent.push({ method, url, at: this.clock.now() });
		const { tampering } = this;
		const isStruck = tampering?.strikes(index) === true;
		return this.transport.send(isStruck ? tampered(request, tampering) : request, signal);
	}
}

function tampered(request: TransportRequest, { divert, timeouts }: Tampering): TransportRequest {
	const url = new URL(request.url);
	divert?.(url);
	if (timeouts === undefined) return { ...request, url: url.href };
	const { idleMs: idleTimeoutMs, wholeMs } = timeouts;
	const wholeTimeoutMs = request.wholeTimeoutMs === undefined ? undefined : wholeMs;
	return { ...request, url: url.href, idleTimeoutMs, wholeTimeoutMs };
}
