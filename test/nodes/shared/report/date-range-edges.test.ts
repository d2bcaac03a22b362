import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { FixedRange } from '../../../../nodes/shared/report/date-range';
import { dayIn, someInstant, someZone } from './calendar';
import { MOSCOW, told, type When } from './resolved-range';

describe('a platform in another time zone', () => {
	it.each<FixedRange>([
		...(['yesterday', 'last7Days', 'last14Days', 'last30Days', 'last90Days'] as const),
		...(['lastWeek', 'thisMonth', 'lastMonth'] as const),
	])('%s has no day that is still running there, or here', (range) => {
		fc.assert(
			fc.property(someInstant, someZone, someZone, (now, timezone, platform) => {
				const { window } = told(range, { now, timezone, platform });
				if (window === undefined) return;
				for (const zone of [timezone, platform]) expect(window.dateTo < dayIn(zone, now)).toBe(true);
				expect(window.dateFrom <= window.dateTo).toBe(true);
			}),
		);
	});

	// 01:30 in Yekaterinburg is 23:30 of the day before in Moscow.
	const night = { timezone: 'Asia/Yekaterinburg', platform: MOSCOW };

	it.each<[FixedRange, string, string]>([
		['yesterday', '2024-03-12', '2024-03-12'],
		['last7Days', '2024-03-06', '2024-03-12'],
		['thisMonth', '2024-03-01', '2024-03-12'],
		['lastMonth', '2024-02-01', '2024-02-29'],
	])('east of it, at night, %s goes from %s to %s', (range, dateFrom, dateTo) => {
		const { window, remarks } = told(range, { ...night, now: '2024-03-13T20:30:00Z' });
		expect(window).toEqual({ dateFrom, dateTo });
		expect(remarks).toEqual([]);
	});

	it('Last Month on the 1st lacks the day that is still running there, which is told', () => {
		const { window, remarks } = told('lastMonth', { ...night, now: '2024-02-29T20:30:00Z' });
		expect(window).toEqual({ dateFrom: '2024-02-01', dateTo: '2024-02-28' });
		expect(remarks).toEqual([
			'2024-02-29 is not over in Europe/Moscow, so Last Month was loaded without it.',
		]);
		expect(told('lastMonth', { ...night, now: '2024-02-29T21:00:00Z' })).toEqual({
			window: { dateFrom: '2024-02-01', dateTo: '2024-02-29' },
			remarks: [],
		});
	});

	it('Last Week on Monday lacks the day that is still running there, which is told', () => {
		const { window, remarks } = told('lastWeek', { ...night, now: '2024-03-03T20:30:00Z' });
		expect(window).toEqual({ dateFrom: '2024-02-26', dateTo: '2024-03-02' });
		expect(remarks).toEqual(['2024-03-03 is not over in Europe/Moscow, so Last Week was loaded without it.']);
	});

	it('This Month is empty until its first day is over there too', () => {
		expect(told('thisMonth', { ...night, now: '2024-03-01T20:30:00Z' }).window).toBeUndefined();
		expect(told('thisMonth', { ...night, now: '2024-03-01T21:00:00Z' }).window).toEqual({
			dateFrom: '2024-03-01',
			dateTo: '2024-03-01',
		});
	});
});

describe('days that are yet to come', () => {
	const future = (dateFrom: string, dateTo: string, when: When = { now: '2024-06-01T12:00:00Z' }) =>
		told('custom', when, { dateFrom, dateTo });

	it.each([
		['2024-05-31', '2099-12-31', '2024-05-31', '2024-06-03'],
		['2024-05-31', '2024-06-03', '2024-05-31', '2024-06-03'],
		['2024-06-02', '2024-06-04', '2024-06-02', '2024-06-03'],
	])('are left out of %s to %s, and told', (dateFrom, dateTo, from, left) => {
		expect(future(dateFrom, dateTo)).toEqual({
			window: { dateFrom: from, dateTo: '2024-06-02' },
			remarks: [`The days from ${left} to ${dateTo} are yet to come, so they were left out.`],
		});
	});

	it('may be all that there are', () => {
		expect(future('2024-07-01', '2024-07-31')).toEqual({
			window: undefined,
			remarks: ['The days from 2024-07-01 to 2024-07-31 are yet to come, so they were left out.'],
		});
	});

	it('tomorrow is none of them, here or at the platform', () => {
		const when = { now: '2024-06-01T20:30:00Z', platform: MOSCOW };
		for (const timezone of [MOSCOW, 'America/New_York'])
			expect(future('2024-06-02', '2024-06-02', { ...when, timezone }).window).toBeDefined();
		expect(future('2024-06-03', '2024-06-03', { ...when, timezone: MOSCOW }).window).toBeUndefined();
		const east = { ...when, timezone: 'Asia/Yekaterinburg' };
		expect(future('2024-06-03', '2024-06-03', east)).toMatchObject({ window: {}, remarks: [] });
	});
});
