import { runJob, type PollPolicy } from '../../../connector/job';
import type { ReadSlice } from '../../../connector/report';
import type { Page } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import type { FakeClock } from '../../support/fake-clock';
import { nameOf, rowsOf } from './reader';

/** What becomes of the job of a slice. */
export interface Fate {
	/** From its order until it is ready. */
	readonly buildMs: number;
	readonly order?: Error;
	/** What it ends with in place of rows. */
	readonly job?: Error;
	/** After its first page. */
	readonly fetch?: Error;
}

export const POLICY: PollPolicy = {
	firstDelayMs: 3000,
	factor: 1.5,
	maxDelayMs: 30_000,
	deadlineMs: 1_800_000,
};

/** A platform whose reports are jobs; it makes all of them ready at the same time, and answers after a while. */
export class JobPlatform {
	/** "slice at milliseconds" of each order, poll and end of a download, in their order. */
	readonly orders: string[] = [];
	readonly polls: string[] = [];
	readonly fetched: string[] = [];
	/** Most orders under way, jobs ordered and not read to their end, and slices that polled or had rows, at once. */
	readonly peak = { ordering: 0, open: 0, reading: 0 };
	private readonly now = { ordering: 0, open: 0, reading: 0 };
	private readonly start: number;

	constructor(
		private readonly clock: FakeClock,
		private readonly fateOf: (slice: Slice) => Fate,
		private readonly latencyMs = 100,
		private readonly policy = POLICY,
	) {
		this.start = clock.uptime();
	}

	get elapsed(): number {
		return this.clock.uptime() - this.start;
	}

	readonly read: ReadSlice = async function* (
		this: JobPlatform,
		slice: Slice,
		signal: AbortSignal,
		_canSplit: () => boolean,
		ordered: () => Promise<void>,
	): AsyncGenerator<Page> {
		const name = nameOf(slice).replace('2024-01-01..2024-01-01/', '');
		const fate = this.fateOf(slice);
		const answer = async () => this.clock.sleep(this.latencyMs, signal);
		let readyAt = Infinity;
		this.count('open', 1);
		const own = { reading: 0 };
		try {
			yield* runJob<boolean, true>(
				{
					order: async () => {
						this.orders.push(`${name} at ${String(this.elapsed)}`);
						this.count('ordering', 1);
						await answer().finally(() => {
							this.count('ordering', -1);
						});
						if (fate.order !== undefined) throw fate.order;
						readyAt = this.elapsed + fate.buildMs;
						return `job of ${name}`;
					},
					poll: async () => {
						this.polls.push(`${name} at ${String(this.elapsed)}`);
						const isReady = this.elapsed >= readyAt;
						await answer();
						if (isReady && fate.job !== undefined) throw fate.job;
						return isReady;
					},
					resultOf: (isReady) => isReady || undefined,
					fetch: () => this.pages(slice, fate, answer),
					wholeIn: 'fetch',
				},
				this.policy,
				{
					clock: this.clock,
					observe: () => undefined,
					signal,
					ordered: async () => {
						await ordered();
						own.reading = 1;
						this.count('reading', own.reading);
					},
				},
			);
			this.fetched.push(`${name} at ${String(this.elapsed)}`);
		} finally {
			this.count('open', -1);
			this.count('reading', -own.reading);
		}
	}.bind(this);

	private async *pages(slice: Slice, { fetch }: Fate, answer: () => Promise<void>): AsyncGenerator<Page> {
		for (const row of rowsOf(slice)) {
			await answer();
			yield [row];
			if (fetch !== undefined) throw fetch;
		}
	}

	private count(what: keyof JobPlatform['peak'], by: number): void {
		this.now[what] += by;
		this.peak[what] = Math.max(this.peak[what], this.now[what]);
	}

	/** What is not over. */
	get left(): Readonly<Record<string, number>> {
		return this.now;
	}
}
