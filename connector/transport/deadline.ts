import { LONGEST_TIMER_MS } from '../clock';

/**
 * The caller's signal joined with a time-out. Not AbortSignal.any and AbortSignal.timeout: their timers and links
 * live on after the exchange, and a long report makes thousands of exchanges.
 */
export class Deadline {
	private readonly controller = new AbortController();
	private readonly timer: NodeJS.Timeout | undefined;
	private readonly onAbort = () => {
		this.controller.abort();
	};
	passed = false;

	constructor(
		private readonly caller: AbortSignal,
		timeoutMs: number | undefined,
	) {
		if (caller.aborted) this.controller.abort();
		caller.addEventListener('abort', this.onAbort, { once: true });
		if (timeoutMs === undefined) return;
		this.timer = setTimeout(
			() => {
				this.passed = true;
				this.controller.abort();
			},
			Math.min(timeoutMs, LONGEST_TIMER_MS),
		);
		this.timer.unref();
	}

	get signal(): AbortSignal {
		return this.controller.signal;
	}

	/** What is still being sent takes its time: the time-out begins anew. */
	postpone(): void {
		this.timer?.refresh();
	}

	/** The exchange is over. */
	lift(): void {
		clearTimeout(this.timer);
		this.caller.removeEventListener('abort', this.onAbort);
	}
}
