/** Time and chance as a port: what waits or draws lots takes it from here, so that tests never wait. */
export interface Clock {
	/** Milliseconds since the epoch. */
	now(): number;
	/** Resolves after `ms`; rejects with {@link CancelledError} as soon as the signal aborts. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
	/** A number from 0 (inclusive) to 1 (exclusive). */
	random(): number;
}
