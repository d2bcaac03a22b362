import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { FixedRange } from '../../../../nodes/shared/report/date-range';
import { parameterErrorOf } from '../parameters/parameters-of';
import { dayIn, daysFrom, nextDay, someInstant, someZone } from './calendar';
import { MOSCOW, told } from './resolved-range';

const JANUARY = { dateFrom: '2024-01-01', dateTo: '2024-01-31' };

const relative = (range: FixedRange, now: Date | string, timezone = MOSCOW) =>
	told(range, { now, timezone }).window;

const custom = (dateFrom: unknown, dateTo: unknown, timezone = MOSCOW) =>
	told('custom', { timezone }, { dateFrom, dateTo }).window;

describe('ranges of days', () => {
	it.each<[FixedRange, number]>([
		['yesterday', 1],
		['last7Days', 7],
		['last14Days', 14],
		['last30Days', 30],
		['last90Days', 90],
	])('%s holds %d days that end yesterday, in every time zone', (dateRange, count) => {
		fc.assert(
			fc.property(someInstant, someZone, (now, zone) => {
				const { dateFrom, dateTo } = relative(dateRange, now, zone)!;
				expect(nextDay(dateTo)).toBe(dayIn(zone, now));
				expect(daysFrom(dateFrom, dateTo)).toHaveLength(count);
			}),
		);
	});

	it('is another one on the two sides of midnight', () => {
		expect(relative('yesterday', '2024-03-01T20:59:59Z')).toMatchObject({ dateTo: '2024-02-29' });
		expect(relative('yesterday', '2024-03-01T21:00:00Z')).toMatchObject({ dateTo: '2024-03-01' });
	});

	it('goes over a leap day', () => {
		expect(relative('last7Days', '2024-03-03T12:00:00Z')).toMatchObject({ dateFrom: '2024-02-25' });
		expect(relative('last7Days', '2023-03-03T12:00:00Z')).toMatchObject({ dateFrom: '2023-02-24' });
	});
});

describe('Today', () => {
	it('is the day that it is, in every time zone', () => {
		fc.assert(
			fc.property(someInstant, someZone, (now, zone) => {
				const today = dayIn(zone, now);
				expect(relative('today', now, zone)).toEqual({ dateFrom: today, dateTo: today });
			}),
		);
	});
});

describe('Last Week', () => {
	it('is the last one from Monday to Sunday that is over, in every time zone', () => {
		fc.assert(
			fc.property(someInstant, someZone, (now, zone) => {
				const { dateFrom, dateTo } = relative('lastWeek', now, zone)!;
				const weekday = (day: string) => new Date(day).getUTCDay();
				expect([weekday(dateFrom), weekday(dateTo)]).toEqual([1, 0]);
				expect(daysFrom(dateFrom, dateTo)).toHaveLength(7);
				const sinceThen = daysFrom(nextDay(dateTo), dayIn(zone, now)).length;
				expect(sinceThen).toBeGreaterThanOrEqual(1);
				expect(sinceThen).toBeLessThanOrEqual(7);
			}),
		);
	});

	it.each([
		['2024-03-03T12:00:00Z', '2024-02-19', '2024-02-25'],
		['2024-03-04T12:00:00Z', '2024-02-26', '2024-03-03'],
		['2024-01-01T12:00:00Z', '2023-12-25', '2023-12-31'],
	])('on %s goes from %s to %s', (now, dateFrom, dateTo) => {
		expect(relative('lastWeek', now)).toEqual({ dateFrom, dateTo });
	});
});

describe('This Month', () => {
	it('begins on the 1st and ends yesterday, and is empty on the 1st, in every time zone', () => {
		fc.assert(
			fc.property(someInstant, someZone, (now, zone) => {
				const today = dayIn(zone, now);
				const window = relative('thisMonth', now, zone);
				if (today.endsWith('-01')) {
					expect(window).toBeUndefined();
				} else {
					expect(window!.dateFrom).toBe(`${today.slice(0, 7)}-01`);
					expect(nextDay(window!.dateTo)).toBe(today);
				}
			}),
		);
	});

	it('is decided by the time zone on the 1st', () => {
		expect(relative('thisMonth', '2024-02-29T21:30:00Z', 'Europe/Moscow')).toBeUndefined();
		const february = relative('thisMonth', '2024-02-29T21:30:00Z', 'UTC');
		expect(february).toEqual({ dateFrom: '2024-02-01', dateTo: '2024-02-28' });
	});
});

describe('Last Month', () => {
	it('is the whole month before, in every time zone', () => {
		fc.assert(
			fc.property(someInstant, someZone, (now, zone) => {
				const thisMonth = dayIn(zone, now).slice(0, 7);
				const { dateFrom, dateTo } = relative('lastMonth', now, zone)!;
				expect(dateFrom.slice(8)).toBe('01');
				expect(dateFrom.slice(0, 7)).toBe(dateTo.slice(0, 7));
				expect(nextDay(dateTo)).toBe(`${thisMonth}-01`);
			}),
		);
	});

	it.each([
		['2024-03-31T12:00:00Z', '2024-02-01', '2024-02-29'],
		['2023-03-01T12:00:00Z', '2023-02-01', '2023-02-28'],
		['2024-01-15T12:00:00Z', '2023-12-01', '2023-12-31'],
		['2024-05-31T12:00:00Z', '2024-04-01', '2024-04-30'],
	])('on %s goes from %s to %s', (now, dateFrom, dateTo) => {
		expect(relative('lastMonth', now)).toEqual({ dateFrom, dateTo });
	});
});

describe('Custom', () => {
	it('includes both days', () => {
		expect(custom('2024-01-01', '2024-01-31')).toEqual(JANUARY);
		expect(custom('2024-01-01', '2024-01-01')).toEqual({ dateFrom: '2024-01-01', dateTo: '2024-01-01' });
	});

	it('takes each date in the time zone', () => {
		expect(custom('2024-01-01T22:00:00Z', new Date('2024-01-03T20:00:00Z'))).toEqual({
			dateFrom: '2024-01-02',
			dateTo: '2024-01-03',
		});
	});

	it.each([
		['2024-02-30', '2024-03-01', 'Date From'],
		['2024-02-01', '2024-02-30', 'Date To'],
		['2024', '2024-02-01', 'Date From'],
		['2024-01-01', '', 'Date To'],
	])('names the date that is none (%p to %p)', (dateFrom, dateTo, parameter) => {
		const refusal = { parameter, message: expect.stringContaining(parameter) };
		expect(parameterErrorOf(() => custom(dateFrom, dateTo))).toMatchObject(refusal);
	});

	it('refuses a first day after the last one', () => {
		const error = parameterErrorOf(() => custom('2024-01-02', '2024-01-01'));
		expect(error).toMatchObject({
			parameter: 'Date From',
			message: 'Date From (2024-01-02) is after Date To (2024-01-01).',
			advice: 'Exchange the two dates.',
		});
	});
});
