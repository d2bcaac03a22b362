import { unlessAborted, type Clock } from './clock';
import { ConnectorError, TimeoutError } from './errors';
import type { Observe } from './events';
import type { Page } from './rows';

/** How often and how long a job is asked after; all in milliseconds. */
export interface PollPolicy {
	readonly firstDelayMs: number;
	readonly factor: number;
	readonly maxDelayMs: number;
	readonly deadlineMs: number;
}

/** An asynchronous report: how it is ordered, asked after and fetched. */
export interface Job<State, Result> {
	/** @returns the platform's id */
	readonly order: () => Promise<string>;
	/** Asks for its state. A passing failure, even one that outlives the retries, says nothing about the job. */
	readonly poll: (id: string) => Promise<State>;
	/** `undefined` while the job runs, its result when it is done. Throws for a job that failed: that is final. */
	readonly resultOf: (state: State, id: string) => Result | undefined;
	/** The rows of a finished job. */
	readonly fetch: (result: Result, id: string) => AsyncIterable<Page> | Iterable<Page>;
	/**
	 * Which answers have the rows as a whole; absent where they come as a stream of any length. Only when one of those was
	 * too long to be read, smaller jobs are ordered in its place: nothing else would give the rows. After any other failure
	 * the job exists, and halves of it would order the same rows again.
	 */
	readonly wholeIn?: 'poll' | 'fetch';
}

interface JobParts {
	readonly clock: Clock;
	readonly observe: Observe;
	readonly signal: AbortSignal;
	/** Tells that it is ordered, and waits until it may be read: see `ReadSlice`. */
	readonly ordered: () => Promise<void>;
}

/** Failures of a poll that pass by themselves; the job goes on meanwhile. */
const PASSING: ReadonlySet<string> = new Set(['temporarily-unavailable', 'timeout']);

/**
 * Orders a job, once, asks after it, with delays that grow from its order on, until it is done, and gives its rows. One
 * that was ordered long before it may be read is asked after at once then.
 *
 * @throws {TimeoutError} the deadline passed; the message names the job
 * @throws {ConnectorError} the order was refused, the job failed, or asking after it was refused
 */
export async function* runJob<State, Result>(
	job: Job<State, Result>,
	policy: PollPolicy,
	parts: JobParts,
): AsyncGenerator<Page> {
	const id = await job.order();
	const orderedAt = parts.clock.uptime();
	await unlessAborted(parts.ordered(), parts.signal);
	let stage: 'poll' | 'fetch' = 'poll';
	try {
		const result = await finished(job, { id, orderedAt }, policy, parts);
		stage = 'fetch';
		yield* job.fetch(result, id);
	} catch (error) {
		if (!(error instanceof ConnectorError) || !error.splittable) throw error;
		const isTooLong = error.kind === 'response-invalid' && stage === job.wholeIn;
		throw isTooLong ? error : error.with({ splittable: false });
	}
}

async function finished<State, Result>(
	{ poll, resultOf }: Job<State, Result>,
	{ id, orderedAt }: { readonly id: string; readonly orderedAt: number },
	policy: PollPolicy,
	{ clock, observe, signal }: JobParts,
): Promise<Result> {
	// From now on and not from its order: a job must not be overdue because others were read before it.
	const deadline = clock.uptime() + policy.deadlineMs;
	let delay = policy.firstDelayMs;
	let due = orderedAt + delay;
	for (;;) {
		const now = clock.uptime();
		const left = deadline - now;
		if (left <= 0) throw new TimeoutError(overdue(id, policy.deadlineMs));
		const ms = Math.min(Math.max(0, due - now), left);
		observe({ type: 'wait', reason: 'job', ms });
		await clock.sleep(ms, signal);
		const asked = clock.uptime();
		const state = await poll(id).then(
			(answer) => ({ answer }),
			(error: unknown) => {
				if (isPassing(error)) return undefined;
				throw naming(id, error);
			},
		);
		const result = state === undefined ? undefined : resultOf(state.answer, id);
		if (result !== undefined) return result;
		// The delay counts from the answer. What would have been asked since the order, had it been read from the beginning,
		// is left out: so nothing is found out later than then.
		due += clock.uptime() - asked;
		do {
			delay = Math.min(policy.maxDelayMs, delay * policy.factor);
			due += delay;
		} while (due <= clock.uptime());
	}
}

/** Also where Max Wait kept the poll from being repeated: the next one comes anyway. */
function isPassing(error: unknown): boolean {
	return error instanceof ConnectorError && (PASSING.has(error.kind) || isPassing(error.cause));
}

function naming(id: string, error: unknown): unknown {
	if (!(error instanceof ConnectorError)) return error;
	return error.with({ message: `${error.message} It was asked after job ${id}.` });
}

function overdue(id: string, deadlineMs: number): string {
	return `The platform did not finish job ${id} within ${deadlineMs / 1000} s; it may still be running.`;
}
