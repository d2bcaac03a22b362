import { describe, expect, it } from '@jest/globals';

import { HOUR, MINUTE, SECOND, setUp } from './permits';

describe('a clock that somebody sets', () => {
	it.each([HOUR, -HOUR, 24 * HOUR, -24 * HOUR])('by %i ms leaves a pause as long as it is', async (ms) => {
		const { clock, limiter, permit } = setUp();
		limiter.pause(MINUTE);
		clock.advance(10 * SECOND);
		clock.setBy(ms);
		expect((await permit()) - ms).toBe(MINUTE);
		expect(clock.sleeps).toEqual([50 * SECOND]);
	});

	it.each([HOUR, -HOUR])('by %i ms makes nobody wait longer than a window', async (ms) => {
		const { clock, permits } = setUp([{ limit: 1, lengthMs: MINUTE }]);
		await permits(1);
		clock.setBy(ms);
		await permits(2);
		expect(Math.max(...clock.sleeps)).toBeLessThanOrEqual(MINUTE);
	});
});
