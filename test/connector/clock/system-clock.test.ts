import { describe, expect, it, jest } from '@jest/globals';

import { systemClock } from '../../../connector/clock';
import { CancelledError } from '../../../connector/errors';

const YEAR_MS = 365 * 86_400_000;

describe('systemClock', () => {
	it('tells the time and draws lots', () => {
		const before = Date.now();
		const now = systemClock.now();
		expect(now).toBeGreaterThanOrEqual(before);
		expect(now).toBeLessThanOrEqual(Date.now());
		const lots = Array.from({ length: 100 }, () => systemClock.random());
		expect(lots.every((lot) => lot >= 0 && lot < 1)).toBe(true);
		expect(new Set(lots).size).toBeGreaterThan(1);
	});

	it('measures by another clock than that of the calendar', () => {
		const calendar = jest.spyOn(Date, 'now').mockReturnValue(0);
		const before = systemClock.uptime();
		expect(systemClock.now()).toBe(0);
		expect(before).toBeGreaterThan(0);
		expect(systemClock.uptime()).toBeGreaterThanOrEqual(before);
		calendar.mockRestore();
	});

	it.each([20, 0, -5])('sleeps %i ms', async (ms) => {
		const before = performance.now();
		await systemClock.sleep(ms);
		// A timer of Node may fire up to a millisecond early.
		expect(performance.now() - before).toBeGreaterThanOrEqual(ms - 1);
	});

	it.each([60_000, YEAR_MS])('wakes from a sleep of %i ms as soon as it is stopped', async (ms) => {
		const controller = new AbortController();
		let awake = false;
		const sleep = systemClock.sleep(ms, controller.signal).finally(() => (awake = true));
		sleep.catch(() => undefined);
		await systemClock.sleep(30);
		// A year is longer than a timer can be, and must not be taken for no time at all.
		expect(awake).toBe(false);
		controller.abort();
		await expect(sleep).rejects.toThrow(CancelledError);
	});

	it('does not fall asleep when it was stopped before', async () => {
		const controller = new AbortController();
		controller.abort();
		await expect(systemClock.sleep(60_000, controller.signal)).rejects.toMatchObject({ kind: 'cancelled' });
	});
});
