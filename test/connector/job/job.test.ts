import { describe, expect, it } from '@jest/globals';

import {
	CancelledError,
	NotFoundError,
	TemporarilyUnavailableError,
	TimeoutError,
} from '../../../connector/errors';
import { FakeClock } from '../../support/fake-clock';
import { wait, type Look } from './waiting';

const GROWING = [3000, 4500, 6750, 10_125, 15_187.5, 22_781.25, 30_000, 30_000, 30_000];

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

describe('a job that is ordered before it may be read', () => {
	const waiting = (ms: number, changes = {}) => {
		const clock = new FakeClock();
		return wait(doneAt(5), changes, { clock, ordered: async () => clock.sleep(ms) });
	};

	it.each([
		[2000, [3000, 7500, 14_250, 24_375, 39_562.5]],
		[3000, [3000, 7500, 14_250, 24_375, 39_562.5]],
		[20_000, [20_000, 24_375, 39_562.5, 62_343.75, 92_343.75]],
		[24_375, [24_375, 39_562.5, 62_343.75, 92_343.75, 122_343.75]],
		[1_000_000, [1_000_000, 1_022_343.75, 1_052_343.75, 1_082_343.75, 1_112_343.75]],
	])('is asked after at once %i ms later, and then when it would have been', async (ms, times) => {
		const { result, polledAt } = waiting(ms);
		await result;
		expect(polledAt).toEqual(times);
	});

	it('has its deadline from then on', async () => {
		const { result, clock, polledAt } = waiting(20_000, { deadlineMs: 10_000 });
		const start = clock.now();
		await expect(result).rejects.toThrow('did not finish job job-17 within 10 s');
		expect(polledAt).toEqual([20_000, 24_375, 30_000]);
		expect(clock.now() - start).toBe(30_000);
	});

	it('is left when the execution is stopped meanwhile', async () => {
		const stop = new AbortController();
		const { result, polledAt } = wait(never, {}, { stop, ordered: async () => new Promise(() => undefined) });
		stop.abort();
		await expect(result).rejects.toThrow(CancelledError);
		expect(polledAt).toEqual([]);
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

	it('fails with an error that nobody throws on purpose, as it is', async () => {
		const error = new TypeError('x is not a function');
		const { result } = wait(async () => {
			throw error;
		});
		await expect(result).rejects.toBe(error);
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
