import { describe, expect, it } from '@jest/globals';

import {
	AccessDeniedError,
	CredentialInvalidError,
	RateLimitedError,
	ResponseInvalidError,
	TemporarilyUnavailableError,
	TimeoutError,
	waitTooLong,
} from '../../../connector/errors';
import { FakeClock } from '../../support/fake-clock';
import { wait } from './waiting';

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

describe('a job', () => {
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
});
