import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { INodePropertyOptions } from 'n8n-workflow';

import type { Clock } from '../../../../connector/clock';
import {
	dateFields,
	dateRange as dateRangeField,
	refuseSinceLastRun,
	SINCE_LAST_RUN,
	withoutSinceLastRun,
} from '../../../../nodes/shared/report/date-fields';
import { resolveDateRange, type FixedRange } from '../../../../nodes/shared/report/date-range';
import { dayIn, daysFrom, nextDay, someInstant, someZone } from './calendar';
import { parameterErrorOf, parametersOf } from '../parameters/parameters-of';

const JANUARY = { dateFrom: '2024-01-01', dateTo: '2024-01-31' };
const MOSCOW = 'Europe/Moscow';

const choicesOf = (fields: typeof dateFields) =>
	(fields.find(({ name }) => name === 'dateRange')!.options as INodePropertyOptions[]).map(
		({ value }) => value,
	);

interface When {
	readonly now?: Date | string;
	/** Of the report, and of the platform. */
	readonly timezone?: string;
	readonly platform?: string;
}

/** The days that a range stands for, and what is said about them. */
function told(
	range: FixedRange,
	{ now = '2024-06-01T12:00:00Z', timezone = MOSCOW, platform = timezone }: When = {},
	parameters: Readonly<Record<string, unknown>> = {},
) {
	const remarks: string[] = [];
	const window = resolveDateRange(range, timezone, {
		parameters: parametersOf(parameters, dateFields),
		clock: { now: () => new Date(now).getTime() } as Clock,
		timezone: platform,
		observe: (event) => {
			if (event.type === 'remark') remarks.push(event.text);
		},
	});
	return { window, remarks };
}

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

describe('a platform in another time zone', () => {
	it.each<FixedRange>(['yesterday', 'last7Days', 'last14Days', 'last30Days', 'thisMonth', 'lastMonth'])(
		'%s has no day that is still running there, or here',
		(range) => {
			fc.assert(
				fc.property(someInstant, someZone, someZone, (now, timezone, platform) => {
					const { window } = told(range, { now, timezone, platform });
					if (window === undefined) return;
					for (const zone of [timezone, platform]) expect(window.dateTo < dayIn(zone, now)).toBe(true);
					expect(window.dateFrom <= window.dateTo).toBe(true);
				}),
			);
		},
	);

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

describe('Date Range', () => {
	it('offers what can be resolved, and Since Last Run', () => {
		const choices = choicesOf(dateFields);
		expect(choices).toContain(SINCE_LAST_RUN);
		for (const range of choices.filter((choice) => choice !== SINCE_LAST_RUN))
			expect(told(range as FixedRange, { now: '2024-02-15T12:00:00Z' }, JANUARY).window).toMatchObject({
				dateTo: expect.stringMatching(/^2024-/),
			});
	});

	it.each(['', 'lastYear', 'constructor', '__proto__'])('refuses %p, and names what there is', (value) => {
		const error = parameterErrorOf(() => dateRangeField.read(parametersOf({ dateRange: value }, dateFields)));
		expect(error).toMatchObject({
			parameter: 'Date Range',
			message: `Date Range is "${value}", which is not one of its values.`,
			advice: `Use one of: ${choicesOf(dateFields).join(', ')}.`,
		});
	});

	it('has no Since Last Run where nothing is delivered, not by expression either', () => {
		expect(choicesOf(dateFields.map(withoutSinceLastRun))).toEqual(
			choicesOf(dateFields).filter((value) => value !== SINCE_LAST_RUN),
		);
		expect(choicesOf(dateFields)).toContain(SINCE_LAST_RUN);
		expect(
			parameterErrorOf(() => {
				refuseSinceLastRun(parametersOf({ dateRange: SINCE_LAST_RUN }, dateFields));
			}),
		).toMatchObject({
			parameter: 'Date Range',
			message: expect.stringContaining('Date Range is Since Last Run'),
		});
		expect(() => {
			refuseSinceLastRun(parametersOf({ dateRange: 'yesterday' }, dateFields));
		}).not.toThrow();
	});
});
