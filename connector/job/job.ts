import type { Clock } from '../clock';
import { ConnectorError, TimeoutError } from '../errors';
import type { Observe } from '../events';

/** How often and how long a job is asked after; all in milliseconds. */
export interface PollPolicy {
	readonly firstDelayMs: number;
	readonly factor: number;
	readonly maxDelayMs: number;
	readonly deadlineMs: number;
}

/** How a job is asked after. */
export interface Job<State, Result> {
	/** The platform's id, for messages. */
	readonly id: string;
	/** Asks for its state. A passing failure, even one that outlives the retries, says nothing about the job. */
	readonly poll: () => Promise<State>;
	/** `undefined` while the job runs, its result when it is done. Throws for a job that failed: that is final. */
	readonly resultOf: (state: State) => Result | undefined;
}

export interface JobParts {
	readonly clock: Clock;
	readonly observe: Observe;
	readonly signal: AbortSignal;
}

/** Failures of a poll that pass by themselves; the job goes on meanwhile. */
const PASSING: ReadonlySet<string> = new Set(['temporarily-unavailable', 'timeout']);

/**
 * Asks after a job, with growing delays, until it is done or its time is over. A job past its deadline is not a
 * slice too large: it may still be running, so it is never split or ordered again by itself.
 *
 * @throws {TimeoutError} the deadline passed; the message names the job
 * @throws {ConnectorError} the job failed, or asking after it was refused; the message names the job
 */
export async function waitForJob<State, Result>(
	{ id, poll, resultOf }: Job<State, Result>,
	policy: PollPolicy,
	{ clock, observe, signal }: JobParts,
): Promise<Result> {
	const deadline = clock.now() + policy.deadlineMs;
	let delay = policy.firstDelayMs;
	for (;;) {
		const left = deadline - clock.now();
		if (left <= 0) throw new TimeoutError(overdue(id, policy.deadlineMs));
		const ms = Math.min(delay, left);
		observe({ type: 'wait', reason: 'job', ms });
		await clock.sleep(ms, signal);
		const state = await poll().then(
			(answer) => ({ answer }),
			(error: unknown) => {
				if (error instanceof ConnectorError && PASSING.has(error.kind)) return undefined;
				throw naming(id, error);
			},
		);
		const result = state === undefined ? undefined : resultOf(state.answer);
		if (result !== undefined) return result;
		delay = Math.min(policy.maxDelayMs, delay * policy.factor);
	}
}

function naming(id: string, error: unknown): unknown {
	if (error instanceof ConnectorError) error.message += ` It was asked after job ${id}.`;
	return error;
}

function overdue(id: string, deadlineMs: number): string {
	return `The platform did not finish job ${id} within ${deadlineMs / 1000} s; it may still be running.`;
}
