import { describe, expect, it } from '@jest/globals';

import { RateLimiter, type PermitOptions } from '../../../connector/rate-limit';
import { FakeClock, settle } from '../../support/fake-clock';

const OPTIONS: PermitOptions = {
	signal: new AbortController().signal,
	observe: () => undefined,
	maxWaitMs: Infinity,
	share: 1,
};
describe('a request under way at the turn of a window', () => {
	it.each([
		['counts in the new window too, where it may arrive', false, [1000]],
		['no longer counts in it when it was answered before', true, []],
	])('%s', async (_name, isAnswered, sleeps) => {
		const clock = new FakeClock('2026-03-02T09:00:00.900Z');
		const limiter = new RateLimiter(clock, [{ limit: 2, lengthMs: 1000 }]);
		const slow = await limiter.permit('GET /rows', OPTIONS);
		if (isAnswered) slow.settle();
		clock.advance(100);
		(await limiter.permit('GET /rows', OPTIONS)).settle();
		await limiter.permit('GET /rows', OPTIONS);
		expect(clock.sleeps).toEqual(sleeps);
	});
});

describe('a method whose answers tell the budget', () => {
	const probing = { ...OPTIONS, probe: true };

	it('has one request under way until the first answer', async () => {
		const limiter = new RateLimiter(new FakeClock());
		const first = await limiter.permit('GET /rows', probing);
		let granted = 0;
		const others = [1, 2, 3].map(async () => {
			await limiter.permit('GET /rows', probing);
			granted += 1;
		});
		// Another method does not wait for it.
		(await limiter.permit('GET /goals', probing)).settle();
		await settle();
		expect(granted).toBe(0);
		limiter.learn('GET /rows', []);
		first.settle();
		await Promise.all(others);
		expect(granted).toBe(3);
	});

	it('is probed by the next one when the first got no answer', async () => {
		const limiter = new RateLimiter(new FakeClock());
		const first = await limiter.permit('GET /rows', probing);
		const granted: number[] = [];
		void [1, 2].map(async (number) => {
			await limiter.permit('GET /rows', probing);
			granted.push(number);
		});
		first.settle();
		await settle();
		expect(granted).toEqual([1]);
	});

	it('lets go of who is cancelled while it waits', async () => {
		const limiter = new RateLimiter(new FakeClock());
		await limiter.permit('GET /rows', probing);
		const stop = new AbortController();
		const waiting = limiter.permit('GET /rows', { ...probing, signal: stop.signal });
		await settle();
		stop.abort();
		await expect(waiting).rejects.toMatchObject({ kind: 'cancelled' });
	});
});

describe('a pause of one method', () => {
	it('holds back that method only', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		limiter.pause(5000, 'GET /rows');
		await limiter.permit('GET /goals', OPTIONS);
		expect(clock.sleeps).toEqual([]);
		await limiter.permit('GET /rows', OPTIONS);
		expect(clock.sleeps).toEqual([5000]);
	});
});
