const MINUTE = 60_000;

/** Requests per minute; the minute begins with the first request in it. */
export class Budget {
	private windowStart = -Infinity;
	private spent = 0;

	/** @param perMinute 0: no budget */
	constructor(
		private readonly perMinute: number,
		private readonly now: () => number,
	) {}

	/** Whether there was a request left. */
	spend(): boolean {
		if (this.perMinute === 0) return true;
		const time = this.now();
		if (time - this.windowStart >= MINUTE) {
			this.windowStart = time;
			this.spent = 0;
		}
		if (this.spent >= this.perMinute) return false;
		this.spent++;
		return true;
	}

	reset(): void {
		this.windowStart = -Infinity;
		this.spent = 0;
	}
}
