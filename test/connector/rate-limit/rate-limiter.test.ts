import { describe, expect, it } from '@jest/globals';

import { HOUR, MINUTE, SECOND, setUp } from './permits';

describe('a window', () => {
	it('grants at once while nothing limits', async () => {
		const { permits, clock, events } = setUp();
		expect(await permits(100)).toEqual(Array(100).fill(0));
		expect(clock.sleeps).toEqual([]);
		expect(events).toEqual([]);
	});

	it('begins with the calendar, not with the first request', async () => {
		const { permits, events } = setUp([{ limit: 3, lengthMs: MINUTE }]);
		const next = MINUTE - 20_250;
		expect(await permits(7)).toEqual([0, 0, 0, next, next, next, next + MINUTE]);
		expect(events.filter((event) => event.type === 'wait' && event.reason === 'budget')).toHaveLength(5);
		expect(events[0]).toEqual({ type: 'wait', reason: 'budget', ms: next });
	});

	it.each([
		['second', SECOND, 750],
		['minute', MINUTE, 39_750],
		['hour', HOUR, 3_579_750],
		['day', 24 * HOUR, 15 * HOUR - 20_250],
	])('of a %s ends with the calendar %s in UTC', async (_name, lengthMs, ms) => {
		const { permits } = setUp([{ limit: 1, lengthMs }]);
		expect(await permits(2)).toEqual([0, ms]);
	});

	it('holds together with every other one', async () => {
		const perSecond = { limit: 2, lengthMs: SECOND };
		const { permits } = setUp([perSecond, { limit: 5, lengthMs: MINUTE }], '2026-03-02T09:00:00.000Z');
		expect(await permits(6)).toEqual([0, 0, 1000, 1000, 2000, 60_000]);
	});

	it('of one method leaves the others alone', async () => {
		const { limiter, permits, permit } = setUp();
		limiter.learn('GET /a', [{ limit: 1, lengthMs: MINUTE }]);
		expect(await permits(2, { method: 'GET /a' })).toEqual([0, 39_750]);
		const other = setUp();
		other.limiter.learn('GET /a', [{ limit: 1, lengthMs: MINUTE }]);
		expect(await other.permits(3, { method: 'GET /b' })).toEqual([0, 0, 0]);
		limiter.learn('', [{ limit: 1, lengthMs: MINUTE, remaining: 0 }]);
		expect(await permit({ method: 'GET /b' })).toBe(39_750 + MINUTE);
	});

	it('with a limit of nothing lets one request through, which will tell', async () => {
		const { permits } = setUp([{ limit: 0, lengthMs: MINUTE }]);
		expect(await permits(2)).toEqual([0, 39_750]);
	});
});

describe('a share', () => {
	it.each([
		[1, 10],
		[0.5, 5],
		[0.29, 2],
		[0.1, 1],
		[0.01, 1],
		[0, 1],
	])('of %p lets %i of ten requests through', async (share, count) => {
		const { permits } = setUp([{ limit: 10, lengthMs: MINUTE }]);
		const granted = await permits(11, { share });
		expect(granted.filter((at) => at === 0)).toHaveLength(count);
	});

	it('counts what callers with another share sent', async () => {
		const { permits } = setUp([{ limit: 10, lengthMs: MINUTE }]);
		expect(await permits(6)).toEqual(Array(6).fill(0));
		// Half of the window is gone already, though not by this caller.
		expect(await permits(1, { share: 0.5 })).toEqual([39_750]);
	});

	it('leaves the rest to those who may have it', async () => {
		const { permits } = setUp([{ limit: 10, lengthMs: MINUTE }]);
		expect(await permits(5, { share: 0.5 })).toEqual(Array(5).fill(0));
		expect(await permits(5, { share: 1 })).toEqual(Array(5).fill(0));
		expect(await permits(1, { share: 1 })).toEqual([39_750]);
	});
});

describe('what the platform tells', () => {
	it('is believed when it has counted more', async () => {
		const { limiter, permits } = setUp([{ limit: 10, lengthMs: MINUTE }]);
		await permits(2);
		limiter.learn('', [{ limit: 10, lengthMs: MINUTE, remaining: 3 }]);
		expect((await permits(4)).filter((at) => at === 0)).toHaveLength(3);
	});

	it('is not believed when it has counted less: answers overtake each other', async () => {
		const { limiter, permits } = setUp([{ limit: 4, lengthMs: MINUTE }]);
		await permits(3);
		limiter.learn('', [{ limit: 4, lengthMs: MINUTE, remaining: 1 }]);
		limiter.learn('', [{ limit: 4, lengthMs: MINUTE, remaining: 4 }]);
		expect((await permits(2)).filter((at) => at === 0)).toHaveLength(1);
	});

	it('holds for the current window only', async () => {
		const { clock, limiter, permits } = setUp([{ limit: 3, lengthMs: MINUTE }]);
		limiter.learn('', [{ limit: 3, lengthMs: MINUTE, remaining: 0 }]);
		clock.advance(39_750);
		expect((await permits(3)).every((at) => at === 39_750)).toBe(true);
	});

	it('bounds a caller with a share, too', async () => {
		const { limiter, permits } = setUp();
		limiter.learn('', [{ limit: 100, lengthMs: MINUTE, remaining: 2 }]);
		expect((await permits(3, { share: 0.5 })).filter((at) => at === 0)).toHaveLength(2);
	});

	it('replaces the limit', async () => {
		const { limiter, permits } = setUp([{ limit: 10, lengthMs: MINUTE }]);
		await permits(2);
		limiter.learn('', [{ limit: 3, lengthMs: MINUTE }]);
		expect((await permits(2)).filter((at) => at === 0)).toHaveLength(1);
	});

	it('reaches those who are waiting already', async () => {
		const { clock, limiter, permits } = setUp([{ limit: 1, lengthMs: MINUTE }]);
		const waiting = permits(2);
		await clock.sleep(39_000);
		limiter.learn('', [{ limit: 5, lengthMs: HOUR, remaining: 0 }]);
		expect(await waiting).toEqual([0, 3_579_750]);
	});
});

describe('a pause', () => {
	it('holds everybody back, whatever their method and share', async () => {
		const { limiter, permits, events } = setUp();
		limiter.pause(5000);
		const granted = await Promise.all([permits(2), permits(1, { method: 'POST /b', share: 0.1 })]);
		expect(granted.flat()).toEqual([5000, 5000, 5000]);
		expect(events).toEqual(Array(3).fill({ type: 'wait', reason: 'rate-limit', ms: 5000 }));
	});

	it('is prolonged by a longer one, for those who wait already', async () => {
		const { clock, limiter, permit } = setUp();
		limiter.pause(5000);
		const waiting = permit();
		await clock.sleep(4000);
		limiter.pause(6000);
		expect(await waiting).toBe(10_000);
	});

	it('is not shortened by a shorter one', async () => {
		const { limiter, permit } = setUp();
		limiter.pause(5000);
		limiter.pause(10);
		expect(await permit()).toBe(5000);
	});

	it('lasts a day at most, so that an absurd Retry-After does not outlive it', async () => {
		const { limiter, permit } = setUp();
		limiter.pause(9_999_999_999_000);
		expect(await permit()).toBe(24 * HOUR);
	});

	it('does not open a window that is full', async () => {
		const { limiter, permits } = setUp([{ limit: 1, lengthMs: MINUTE }]);
		await permits(1);
		limiter.pause(5000);
		expect(await permits(1)).toEqual([39_750]);
	});
});

describe('the longest wait that a caller accepts', () => {
	it.each([
		[5000, 5000, undefined],
		[5001, 5000, 'rate-limited'],
		[HOUR - 1, MINUTE, 'rate-limited'],
		[HOUR, MINUTE, 'quota-exhausted'],
		[HOUR, HOUR, undefined],
		[1, 0, 'rate-limited'],
	])('a wait of %i ms with %i ms allowed (%s)', async (ms, maxWaitMs, kind) => {
		const { clock, limiter, permit } = setUp();
		limiter.pause(ms);
		if (kind === undefined) expect(await permit({ maxWaitMs })).toBe(ms);
		else {
			await expect(permit({ maxWaitMs })).rejects.toMatchObject({ kind, retryAfterMs: ms });
			expect(clock.sleeps).toEqual([]);
		}
	});

	it('refuses when a daily budget is used up, and leads to its reset', async () => {
		const { permit } = setUp([{ limit: 1, lengthMs: 24 * HOUR }]);
		await permit();
		const refusal = { kind: 'quota-exhausted', retryAfterMs: 15 * HOUR - 20_250 };
		await expect(permit({ maxWaitMs: 300_000 })).rejects.toMatchObject(refusal);
	});

	it.each([
		['the longest window of those that are used up', [1, 1, 9], HOUR],
		['that of the only one', [1, 9, 9], MINUTE],
		['none where it is a pause', [9, 9, 9], 0],
	])('tells %s, and that more patience would help', async (_name, [minute, hour, day], windowMs) => {
		const { limiter, permit } = setUp([
			{ limit: minute!, lengthMs: MINUTE },
			{ limit: hour!, lengthMs: HOUR },
			{ limit: day!, lengthMs: 24 * HOUR },
		]);
		await permit();
		limiter.pause(10);
		await expect(permit({ maxWaitMs: 0 })).rejects.toMatchObject({ windowMs, tooLongWait: true });
	});

	it('counts a day from the midnight of its own zone', async () => {
		const moscow = { limit: 1, lengthMs: 24 * HOUR, offsetMs: 3 * HOUR };
		const { permits } = setUp([moscow], '2026-03-02T20:59:50.000Z');
		expect(await permits(2)).toEqual([0, 10_000]);
	});

	it.each([
		[749, 'budget', 750],
		[750, 'rate-limit', 750],
		[751, 'rate-limit', 751],
	])('names what lasts longer: a pause of %i ms before a window of 750 (%s)', async (pause, reason, ms) => {
		const { limiter, events, permit } = setUp([{ limit: 1, lengthMs: SECOND }]);
		await permit();
		limiter.pause(pause);
		await permit();
		expect(events[0]).toEqual({ type: 'wait', reason, ms });
	});

	it('does not cost a request that was refused any budget', async () => {
		const { limiter, permit, permits } = setUp([{ limit: 2, lengthMs: MINUTE }]);
		limiter.pause(10);
		await expect(permit({ maxWaitMs: 0 })).rejects.toMatchObject({ kind: 'rate-limited' });
		expect(await permits(2)).toEqual([10, 10]);
	});
});

describe('a caller that was stopped', () => {
	it('settles at once and takes nothing from the others', async () => {
		const { clock, permit, permits } = setUp([{ limit: 2, lengthMs: MINUTE }]);
		await permits(1);
		const controller = new AbortController();
		controller.abort();
		const options = { signal: controller.signal };
		await expect(permit(options)).rejects.toMatchObject({ kind: 'cancelled' });
		expect(await permits(1)).toEqual([0]);
		await expect(permit(options)).rejects.toMatchObject({ kind: 'cancelled' });
		expect(clock.sleeps).toEqual([]);
	});
});
