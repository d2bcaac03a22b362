import { describe, expect, it } from '@jest/globals';

import {
	RequestInvalidError,
	ResponseInvalidError,
	TemporarilyUnavailableError,
	TimeoutError,
} from '../../../connector/errors';
import { runJob, type PollPolicy } from '../../../connector/job';
import { FakeClock } from '../../support/fake-clock';

const POLICY: PollPolicy = { firstDelayMs: 3000, factor: 1.5, maxDelayMs: 30_000, deadlineMs: 1_800_000 };

describe('after an order', () => {
	const parts = {
		clock: new FakeClock(),
		observe: () => undefined,
		signal: new AbortController().signal,
		ordered: async () => undefined,
	};
	const tooLarge = { status: 413, splittable: true };

	/** The failure of a job, and how often it was ordered. */
	async function failureOf(job: {
		order?: Error;
		poll?: Error;
		fetch?: Error;
		wholeIn?: 'poll' | 'fetch';
	}): Promise<{ error: unknown; orders: number }> {
		let orders = 0;
		const failing = (error: Error | undefined) => async () =>
			error === undefined ? (true as const) : Promise.reject(error);
		const pages = runJob(
			{
				order: async () => {
					orders += 1;
					await failing(job.order)();
					return 'job-17';
				},
				poll: failing(job.poll),
				resultOf: (state) => state,
				async *fetch() {
					await failing(job.fetch)();
					yield [];
				},
				wholeIn: job.wholeIn,
			},
			POLICY,
			parts,
		);
		const error = await pages.next().catch((thrown: unknown) => thrown);
		return { error, orders };
	}

	const tooLong = () => new ResponseInvalidError('Too long.', { splittable: true });
	const stages = ['poll', 'fetch'] as const;

	it.each(stages.flatMap((stage) => [undefined, ...stages].map((wholeIn) => [stage, wholeIn] as const)))(
		'a failed %s is never a reason to order halves (rows as a whole in: %s)',
		async (stage, wholeIn) => {
			const failures = [
				new RequestInvalidError('Too large.', tooLarge),
				new TimeoutError('Silent.', { splittable: true }),
				...(stage === 'fetch' ? [new TemporarilyUnavailableError('Away.', { splittable: true })] : []),
			];
			for (const failure of failures) {
				// Whoever asks after a job goes on when that fails for a passing reason.
				const { error, orders } = await failureOf({ [stage]: failure, wholeIn });
				expect(error).toMatchObject({ kind: failure.kind, splittable: false });
				expect(orders).toBe(1);
			}
		},
	);

	it.each(stages)('but one whose %s has the rows, and was too long to be read', async (stage) => {
		expect((await failureOf({ [stage]: tooLong(), wholeIn: stage })).error).toMatchObject({
			splittable: true,
		});
		const other = stage === 'poll' ? 'fetch' : 'poll';
		for (const wholeIn of [other, undefined] as const) {
			const { error } = await failureOf({ [stage]: tooLong(), wholeIn });
			expect(error).toMatchObject({ kind: 'response-invalid', splittable: false });
		}
	});

	it('a result of another form is none that is too long', async () => {
		const { error } = await failureOf({ fetch: new ResponseInvalidError('Unknown form.'), wholeIn: 'fetch' });
		expect(error).toMatchObject({ splittable: false });
	});

	it('a refused order keeps what its refusal says', async () => {
		const { error } = await failureOf({ order: new RequestInvalidError('Too large.', tooLarge) });
		expect(error).toMatchObject({ splittable: true });
	});
});
