import type { ConnectorEvent } from '../../../connector/events';
import { runJob, type PollPolicy } from '../../../connector/job';
import type { Page } from '../../../connector/rows';
import { FakeClock } from '../../support/fake-clock';

/** The defaults of the nodes: from 3 seconds on, half as long again each time, up to 30 seconds. */
export const POLICY: PollPolicy = {
	firstDelayMs: 3000,
	factor: 1.5,
	maxDelayMs: 30_000,
	deadlineMs: 1_800_000,
};

/** `undefined` while the job runs. */
export type Look<Result> = () => Promise<Result | undefined>;

interface Waiting<Result> {
	readonly result: Promise<Result>;
	readonly clock: FakeClock;
	readonly events: ConnectorEvent[];
	/** Milliseconds since the order at which the job was asked after. */
	readonly polledAt: number[];
	readonly stop: AbortController;
}

export function wait<Result>(
	poll: Look<Result>,
	changes: Partial<PollPolicy> = {},
	{
		clock = new FakeClock(),
		stop = new AbortController(),
		ordered = () => Promise.resolve(),
		resultOf = (state: Result | undefined) => state,
	} = {},
): Waiting<Result> {
	const start = clock.now();
	const events: ConnectorEvent[] = [];
	const polledAt: number[] = [];
	const timed = async () => {
		polledAt.push(clock.now() - start);
		return poll();
	};
	const observe = (event: ConnectorEvent) => events.push(event);
	const pages = runJob(
		{ order: async () => 'job-17', poll: timed, resultOf, fetch: (done) => [[{ done }]] },
		{ ...POLICY, ...changes },
		{ clock, observe, signal: stop.signal, ordered },
	);
	const result = pages.next().then(({ value }) => [...(value as Page)][0]!.done as Result);
	return { result, clock, events, polledAt, stop };
}
