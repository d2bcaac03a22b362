const CAPACITY = 30;
const EARNED_PER_SUCCESS = 0.25;

/**
 * A token bucket that keeps retries from multiplying the load on a platform that is down: each retry of a failure
 * takes a token, each success gives a quarter back. With failures below a fifth of the requests it never runs dry.
 */
export class RetryBudget {
	private tokens = CAPACITY;

	/** @returns false when no retry is left */
	take(): boolean {
		if (this.tokens < 1) return false;
		this.tokens -= 1;
		return true;
	}

	earn(): void {
		this.tokens = Math.min(CAPACITY, this.tokens + EARNED_PER_SUCCESS);
	}
}
