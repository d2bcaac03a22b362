import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays } from '../../../../connector/slices';
import { windowSince } from '../../../../nodes/shared/report/cursor';

describe('windowSince', () => {
	const until = '2024-03-02';

	it.each([
		['2024-03-01', '2024-01-01', 0, { dateFrom: '2024-03-02', dateTo: until }],
		['2024-03-01', '2024-01-01', 3, { dateFrom: '2024-02-28', dateTo: until }],
		['2024-03-02', '2024-01-01', 0, undefined],
		['2024-03-02', '2024-01-01', 1, { dateFrom: '2024-03-02', dateTo: until }],
		// A clock that was ahead: nothing is left out, nothing is asked for beyond yesterday.
		['2024-03-09', '2024-01-01', 3, undefined],
		// A first day that moves, or was set to a later one: nothing is skipped.
		['2024-02-10', '2024-02-24', 3, { dateFrom: '2024-02-11', dateTo: until }],
		['2024-02-10', '2024-02-10', 3, { dateFrom: '2024-02-10', dateTo: until }],
		['2024-02-10', '2024-02-11', 3, { dateFrom: '2024-02-11', dateTo: until }],
		['2024-02-10', '2024-02-12', 0, { dateFrom: '2024-02-11', dateTo: until }],
		// Days before the first one asked for are never re-read.
		['2024-02-29', '2024-02-29', 3, { dateFrom: '2024-02-29', dateTo: until }],
		['2024-02-29', '2024-01-01', 3, { dateFrom: '2024-02-27', dateTo: until }],
		[undefined, '2024-03-02', 3, { dateFrom: '2024-03-02', dateTo: until }],
		[undefined, '2024-03-03', 3, undefined],
	])('after %s, from %s, %d days again', (deliveredUntil, initial, lookbackDays, expected) => {
		expect(windowSince(deliveredUntil, { initial, lookbackDays, until })).toEqual(expected);
	});

	it('never skips a day, and never asks for one that is not over', () => {
		const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2024-01-01', days));
		fc.assert(
			fc.property(day, day, fc.nat(365), day, (delivered, initial, lookbackDays, end) => {
				const window = windowSince(delivered, { initial, lookbackDays, until: end });
				if (window === undefined) {
					expect(end <= delivered).toBe(true);
				} else {
					expect(window.dateTo).toBe(end);
					expect(window.dateFrom <= addDays(delivered, 1)).toBe(true);
					expect(window.dateFrom >= addDays(delivered, 1 - lookbackDays)).toBe(true);
				}
			}),
		);
	});
});
