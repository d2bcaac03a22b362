import type { Headers } from '../transport';

/** An answer as the platform's rules see it. */
export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	/** Parsed JSON; of a refusal also plain text, or an `HtmlPage`. Undefined for an empty body. */
	readonly body: unknown;
	readonly retryAfterMs: number | undefined;
	/** Milliseconds since the epoch. */
	readonly receivedAt: number;
}
