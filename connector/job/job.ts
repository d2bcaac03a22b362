import type { Clock } from '../clock';
import { TimeoutError } from '../errors';
import type { Observe } from '../events';

/** How often and how long a job is asked after; all in milliseconds. */
export interface PollPolicy {
	readonly firstDelayMs: number;
	readonly factor: number;
	readonly maxDelayMs: number;
	readonly deadlineMs: number;
}

/** `undefined` while the job runs; its result when it is done. A job that failed is thrown as an error. */
export type Poll<Result> = () => Promise<Result | undefined>;

export interface JobParts {
	readonly clock: Clock;
	readonly observe: Observe;
	readonly signal: AbortSignal;
}

/**
 * Asks after a job, with growing delays, until it is done or its time is over. A job past its deadline is not a
 * slice too large: it may still be running, so it is never split or ordered again by itself.
 *
 * @param id the platform's id of the job, for the message
 * @throws {TimeoutError} the deadline passed; the message names the job
 */
export async function waitForJob<Result>(
	id: string,
	poll: Poll<Result>,
	policy: PollPolicy,
	{ clock, observe, signal }: JobParts,
): Promise<Result> {
	const deadline = clock.now() + policy.deadlineMs;
	let delay = policy.firstDelayMs;
	for (;;) {
		const left = deadline - clock.now();
		if (left <= 0) {
			const seconds = policy.deadlineMs / 1000;
			throw new TimeoutError(
				`The platform did not finish job ${id} within ${seconds} s; it may still be running.`,
			);
		}
		const ms = Math.min(delay, left);
		observe({ type: 'wait', reason: 'job', ms });
		await clock.sleep(ms, signal);
		const result = await poll();
		if (result !== undefined) return result;
		delay = Math.min(policy.maxDelayMs, delay * policy.factor);
	}
}
