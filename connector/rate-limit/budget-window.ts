/**
 * So many requests in so much time, counted from the start of the calendar second, minute, hour or day (of UTC, unless
 * it is shifted).
 */
export interface BudgetWindow {
	readonly limit: number;
	readonly lengthMs: number;
	/** How much earlier than in UTC the window begins: three hours where the day is Moscow's. */
	readonly offsetMs?: number;
	/** What the platform said is left of the current window. */
	readonly remaining?: number;
}

/** Counts what was sent in the current window; what the platform counted wins when it is more. */
export class WindowCount {
	private windowStart = 0;
	private used = 0;
	private inFlight = 0;
	/** Of the current window, by the platform's own count. */
	private remaining = Infinity;

	constructor(
		readonly lengthMs: number,
		private limit: number,
		private readonly offsetMs = 0,
	) {}

	learn({ limit, remaining }: BudgetWindow, now: number): void {
		this.roll(now);
		this.limit = limit;
		// Answers overtake each other, and an older one tells of more than is left; so this only ever tightens.
		if (remaining !== undefined) this.remaining = Math.min(this.remaining, remaining);
	}

	/**
	 * @param share the part (0-1) of the window that the asking caller may see used
	 * @returns milliseconds until a request fits, 0 for now
	 */
	waitMs(now: number, share: number): number {
		this.roll(now);
		// The share is never rounded down to nothing: a worker that may send nothing would wait for ever.
		const allowed = Math.max(1, Math.floor(this.limit * share));
		return this.used < allowed && this.remaining > 0 ? 0 : this.windowStart + this.lengthMs - now;
	}

	take(): void {
		this.used += 1;
		this.inFlight += 1;
		this.remaining -= 1;
	}

	/** A request that was taken has been answered, or never will be. */
	settle(): void {
		this.inFlight -= 1;
	}

	private roll(now: number): void {
		const start = now - ((now + this.offsetMs) % this.lengthMs);
		if (start === this.windowStart) return;
		this.windowStart = start;
		// What is under way may still arrive in the new window, and then the platform counts it there.
		this.used = this.inFlight;
		this.remaining = Infinity;
	}
}
