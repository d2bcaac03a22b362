import { describe, expect, it } from '@jest/globals';

import {
	AccessDeniedError,
	CancelledError,
	CredentialInvalidError,
	NotFoundError,
	RateLimitedError,
	RequestInvalidError,
	ResponseInvalidError,
	TemporarilyUnavailableError,
	TimeoutError,
	waitTooLong,
	type ErrorKind,
} from '../../../connector/errors';
import type { ConnectorEvent } from '../../../connector/events';
import { runJob, type PollPolicy } from '../../../connector/job';
import type { Page } from '../../../connector/rows';
import { FakeClock } from '../../support/fake-clock';

/** The defaults of the nodes: from 3 seconds on, half as long again each time, up to 30 seconds. */
const POLICY: PollPolicy = { firstDelayMs: 3000, factor: 1.5, maxDelayMs: 30_000, deadlineMs: 1_800_000 };

const GROWING = [3000, 4500, 6750, 10_125, 15_187.5, 22_781.25, 30_000, 30_000, 30_000];

/** `undefined` while the job runs. */
type Look<Result> = () => Promise<Result | undefined>;

interface Waiting<Result> {
	readonly result: Promise<Result>;
	readonly clock: FakeClock;
	readonly events: ConnectorEvent[];
	/** Milliseconds since the order at which the job was asked after. */
	readonly polledAt: number[];
	readonly stop: AbortController;
}

function wait<Result>(
	poll: Look<Result>,
	changes: Partial<PollPolicy> = {},
	{
		clock = new FakeClock(),
		stop = new AbortController(),
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
		{ order: async () => 'job-17', poll: timed, resultOf, fetch: (done) => [[{ done }]], smallerAfter: [] },
		{ ...POLICY, ...changes },
		{ clock, observe, signal: stop.signal },
	);
	const result = pages.next().then(({ value }) => [...(value as Page)][0]!.done as Result);
	return { result, clock, events, polledAt, stop };
}

it.each([-3_600_000, 3_600_000])(
	'a clock that is set by %i ms neither prolongs the deadline nor cuts it short',
	async (ms) => {
		const clock = new FakeClock();
		let polls = 0;
		const { result } = wait(
			async () => {
				polls += 1;
				if (polls === 2) clock.setBy(ms);
				return undefined;
			},
			{ deadlineMs: 60_000 },
			{ clock },
		);
		await expect(result).rejects.toThrow(TimeoutError);
		expect(clock.sleeps.reduce((sum, slept) => sum + slept, 0)).toBe(60_000);
	},
);

/** A job that is done when it is asked after for the nth time. */
function doneAt(poll: number): Look<string> {
	let polls = 0;
	return async () => (++polls < poll ? undefined : 'https://files/1');
}

const never = async () => undefined;

describe('runJob', () => {
	it('asks after the job with delays that grow to their maximum', async () => {
		const { result, clock, events } = wait(doneAt(9));
		expect(await result).toBe('https://files/1');
		expect(clock.sleeps).toEqual(GROWING);
		expect(events).toEqual(GROWING.map((ms) => ({ type: 'wait', reason: 'job', ms })));
	});

	it('does not ask at once: no job is done when it was just ordered', async () => {
		const { result, polledAt } = wait(doneAt(1));
		await result;
		expect(polledAt).toEqual([3000]);
	});

	it.each([[0], [''], [false], [null]])('takes %j for a result', async (answer) => {
		const { result, polledAt } = wait(async () => answer);
		expect(await result).toBe(answer);
		expect(polledAt).toHaveLength(1);
	});

	it('counts the time that an answer takes against the deadline, not against the delay', async () => {
		const clock = new FakeClock();
		const slow = async () => {
			clock.advance(10_000);
			return undefined;
		};
		const { result, polledAt } = wait(slow, { deadlineMs: 30_000 }, { clock });
		await expect(result).rejects.toThrow(TimeoutError);
		expect(polledAt).toEqual([3000, 17_500, 30_000]);
	});
});

describe('the deadline of a job', () => {
	it('is exact, with a last look at the job when it passes', async () => {
		const { result, clock, polledAt } = wait(never, { deadlineMs: 20_000 });
		await expect(result).rejects.toThrow(TimeoutError);
		expect(polledAt).toEqual([3000, 7500, 14_250, 20_000]);
		expect(clock.sleeps.at(-1)).toBe(5750);
	});

	it('takes a result that is there at the last look', async () => {
		const { result } = wait(doneAt(4), { deadlineMs: 20_000 });
		expect(await result).toBe('https://files/1');
	});

	it.each([
		[1_800_000, '1800 s'],
		[90_000, '90 s'],
		[20_000, '20 s'],
		[1500, '1.5 s'],
	])(
		'of %i ms is told as it is, and asks for no split, which would order the same again',
		async (deadlineMs, seconds) => {
			const { result } = wait(never, { deadlineMs });
			await expect(result).rejects.toMatchObject({
				kind: 'timeout',
				splittable: false,
				message: `The platform did not finish job job-17 within ${seconds}; it may still be running.`,
			});
		},
	);

	it('that is over at once does not ask after the job', async () => {
		const { result, polledAt } = wait(doneAt(1), { deadlineMs: 0 });
		await expect(result).rejects.toThrow(TimeoutError);
		expect(polledAt).toEqual([]);
	});
});

describe('a job that cannot be waited for', () => {
	it('is asked after again when a poll fails for a passing reason', async () => {
		const outage = new TemporarilyUnavailableError('The platform answered with status 502.', { status: 502 });
		const { result, polledAt } = wait(async () => {
			if (polledAt.length < 4) throw outage;
			return 'https://files/1';
		});
		expect(await result).toBe('https://files/1');
		expect(polledAt).toHaveLength(4);
	});

	it.each([
		['an outage', new TemporarilyUnavailableError('No.', { status: 503 })],
		['silence', new TimeoutError('No.')],
		['silence of an answer that halves might not have', new TimeoutError('No.', { splittable: true })],
		[
			'an outage that Max Wait gave no time',
			waitTooLong('No.', { retryAfterMs: 2000, cause: new TemporarilyUnavailableError('No.') }),
		],
	])('goes on through %s at any of its polls', async (_name, failure) => {
		for (let at = 1; at <= 3; at++) {
			let polls = 0;
			const { result, polledAt } = wait(async () => {
				polls += 1;
				if (polls === at) throw failure;
				return polls > 3 ? 'done' : undefined;
			});
			expect(await result).toBe('done');
			expect(polledAt).toHaveLength(4);
		}
	});

	it.each([
		new RateLimitedError('No.', { status: 429 }),
		waitTooLong('No.', { retryAfterMs: 7_200_000, cause: new RateLimitedError('No.') }),
		new ResponseInvalidError('No.'),
		new CredentialInvalidError('No.'),
		new AccessDeniedError('No.'),
	])('ends at a poll with what does not pass (%#), and the error names the job', async (failure) => {
		const { result, polledAt } = wait(async () => {
			throw failure;
		});
		await expect(result).rejects.toMatchObject({
			kind: failure.kind,
			message: expect.stringContaining('job-17'),
		});
		expect(polledAt).toHaveLength(1);
	});

	it('fails with the error of a poll that was refused, which then names the job', async () => {
		const error = new NotFoundError('The platform answered with status 404.', { status: 404 });
		const { result, polledAt } = wait(async () => {
			if (polledAt.length === 2) throw error;
			return undefined;
		});
		await expect(result).rejects.toMatchObject({
			kind: 'not-found',
			message: 'The platform answered with status 404. It was asked after job job-17.',
			status: 404,
		});
		expect(polledAt).toEqual([3000, 7500]);
	});

	it('fails with the error of its state, as it is, even of a kind that passes elsewhere', async () => {
		const failed = new TemporarilyUnavailableError('The platform ended job job-17.');
		const resultOf = () => {
			throw failed;
		};
		const { result } = wait(async () => 'FAILED', {}, { resultOf });
		await expect(result).rejects.toBe(failed);
	});

	it('is left when the execution is stopped, amid the wait and without another request', async () => {
		const { result, clock, polledAt, stop } = wait(never);
		const start = clock.now();
		void clock.sleep(5000).then(() => {
			stop.abort();
		});
		await expect(result).rejects.toThrow(CancelledError);
		expect(clock.now() - start).toBe(5000);
		expect(polledAt).toEqual([3000]);
	});

	it('is not waited for when the execution was stopped before', async () => {
		const stop = new AbortController();
		stop.abort();
		const { result } = wait(never, {}, { stop });
		await expect(result).rejects.toThrow(CancelledError);
	});
});

describe('after an order', () => {
	const parts = { clock: new FakeClock(), observe: () => undefined, signal: new AbortController().signal };
	const tooLarge = { status: 413, splittable: true };

	/** The failure of a job, and how often it was ordered. */
	async function failureOf(job: {
		order?: Error;
		poll?: Error;
		fetch?: Error;
		smallerAfter?: readonly ErrorKind[];
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
				smallerAfter: job.smallerAfter ?? [],
			},
			POLICY,
			parts,
		);
		const error = await pages.next().catch((thrown: unknown) => thrown);
		return { error, orders };
	}

	it.each([['poll'], ['fetch']])('a failed %s is never a reason to order halves', async (phase) => {
		const { error, orders } = await failureOf({ [phase]: new RequestInvalidError('Too large.', tooLarge) });
		expect(error).toBeInstanceOf(RequestInvalidError);
		expect(error).toMatchObject({ splittable: false, status: 413 });
		expect(orders).toBe(1);
	});

	it.each([true, false])(
		'it is one where the kind of failure is named (splittable: %s)',
		async (splittable) => {
			const failure = new ResponseInvalidError('Too long.', { splittable });
			const { error } = await failureOf({ fetch: failure, smallerAfter: ['response-invalid'] });
			expect(error).toMatchObject({ splittable });
		},
	);

	it('a refused order keeps what its refusal says', async () => {
		const { error } = await failureOf({ order: new RequestInvalidError('Too large.', tooLarge) });
		expect(error).toMatchObject({ splittable: true });
	});
});
