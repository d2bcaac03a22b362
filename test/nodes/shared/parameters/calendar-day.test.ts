import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime, Settings } from 'luxon';

import { isLuxonLike, parseDay, today, yearsBefore } from '../../../../nodes/shared/parameters/calendar-day';
import { dayIn, someDay, someInstant, someZone } from '../report/calendar';
import { parameterErrorOf } from './parameters-of';

/** The day, and what was said about it. */
function told(value: unknown, zone = 'Europe/Moscow'): { day: string; remarks: string[] } {
	const remarks: string[] = [];
	const day = parseDay(value, 'Date From', zone, (event) => {
		if (event.type === 'remark') remarks.push(event.text);
	});
	return { day, remarks };
}

const parse = (value: unknown, zone?: string) => told(value, zone).day;

afterEach(() => {
	Settings.defaultZone = 'system';
});

describe('the time zone of the computer', () => {
	it.each(['Asia/Tokyo', 'America/New_York'])('changes nothing: %s', (zone) => {
		Settings.defaultZone = zone;
		expect(parse('2024-01-31')).toBe('2024-01-31');
		for (const time of ['00:00:00', '12:00:00', '20:59:59'])
			expect(told(new Date(`2024-01-31T${time}Z`))).toEqual({ day: '2024-01-31', remarks: [] });
		expect(yearsBefore('2026-03-02', 3)).toBe('2023-03-02');
	});
});

describe('a date of another Luxon', () => {
	it('is one of UTC where it tells no offset', () => {
		for (const offset of [undefined, '180']) {
			const { day, remarks } = told({ toMillis: () => Date.parse('2024-01-31T21:30:00Z'), offset });
			expect(day).toBe('2024-02-01');
			expect(remarks).toEqual([expect.stringContaining('2024-01-31 21:30:00 +00:00')]);
		}
	});

	it('is none where it tells no time', () => {
		for (const value of [{ toMillis: () => '1706700000000' }, { toMillis: 1706700000000 }])
			expect(parameterErrorOf(() => parse(value)).message).toContain('no date that exists');
	});

	it.each([undefined, null, 7, 'x', {}, { toMillis: 7 }])('is not %p', (value) => {
		expect(isLuxonLike(value)).toBe(false);
	});
});

describe('a date without an offset', () => {
	it.each([
		['2024-02-29', '2024-02-29'],
		[' 2024-01-31 ', '2024-01-31'],
		['20240131', '2024-01-31'],
		['2024-W05-3', '2024-01-31'],
		['31.01.2024', '2024-01-31'],
		['31.01.2024 23:59', '2024-01-31'],
		['2000-01-01', '2000-01-01'],
		['2100-12-31', '2100-12-31'],
		['2024-031', '2024-01-31'],
		['2024-01-31T23:59:59.999', '2024-01-31'],
		['2024-01-31 00:00:00', '2024-01-31'],
		['2024-01-31 23:59:59', '2024-01-31'],
	])('%p is taken as it is', (text, day) => {
		for (const zone of ['Europe/Moscow', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])
			expect(parse(text, zone)).toBe(day);
	});

	it('is that day in every time zone, whatever its clocks did on it', () => {
		fc.assert(
			fc.property(someDay, someZone, fc.integer({ min: 0, max: 23 }), (day, zone, hour) => {
				const time = `${String(hour).padStart(2, '0')}:30:00`;
				expect(parse(day, zone)).toBe(day);
				expect(parse(`${day}T${time}`, zone)).toBe(day);
				expect(parse(`${day} ${time}`, zone)).toBe(day);
			}),
		);
	});

	it.each([
		// The clocks of Nuuk went from 23:00 to 00:00, and Samoa had no such day.
		['2024-03-30T23:30:00', 'America/Nuuk'],
		['2011-12-30', 'Pacific/Apia'],
	])('%p stays the day it names in %s', (text, zone) => {
		expect(parse(text, zone)).toBe(text.slice(0, 10));
	});
});

describe('a moment', () => {
	it.each([
		['2024-01-31T21:30:00Z', 'Europe/Moscow', '2024-02-01'],
		['2024-01-31T20:30:00Z', 'Europe/Moscow', '2024-01-31'],
		['2024-01-31T21:00:00.001Z', 'Europe/Moscow', '2024-02-01'],
		['01.02.2024 00:30:00 +05:00', 'Europe/Moscow', '2024-01-31'],
		['2024-02-01T00:30:00+05:00', 'Europe/Moscow', '2024-01-31'],
		['2024-02-01T02:30:00+0500', 'Europe/Moscow', '2024-02-01'],
		['2024-01-31T23:30:00-08:00', 'Europe/Moscow', '2024-02-01'],
		['2024-01-31 21:30:00+00', 'Europe/Moscow', '2024-02-01'],
		['2024-01-31 21:30:00 +00:00', 'Europe/Moscow', '2024-02-01'],
		['2024-01-31 21:30:00Z', 'America/New_York', '2024-01-31'],
		['2024-03-31T00:30Z', 'Europe/Berlin', '2024-03-31'],
	])('%p in %s is %s', (text, zone, day) => {
		expect(parse(text, zone)).toBe(day);
	});

	it('is the day of the time zone, as text, JavaScript date and Luxon date of whatever zone', () => {
		fc.assert(
			fc.property(someInstant, someZone, someZone, (moment, zone, other) => {
				const expected = dayIn(zone, moment);
				const luxon = DateTime.fromJSDate(moment, { zone: other });
				// A Luxon of another copy is no instance of ours, and has nothing else in common.
				const foreign = { toMillis: () => moment.getTime(), offset: luxon.offset };
				fc.pre(isNoMidnight(luxon) && isNoMidnight(luxon.toUTC()));
				for (const value of [moment, moment.toISOString(), luxon, luxon.toISO(), foreign])
					expect(parse(value, zone)).toBe(expected);
			}),
		);
	});
});

const isNoMidnight = (moment: DateTime) => +moment !== +moment.startOf('day');

describe('midnight of its own zone', () => {
	it.each([
		['2024-02-01T00:00:00+05:00', 'Europe/Moscow'],
		['2024-02-01T00:00:00.000+12:00', 'Europe/Moscow'],
		['2024-02-01T00:00:00Z', 'America/New_York'],
		['2024-02-01 00:00:00+03', 'America/New_York'],
	])('%p is its calendar day in %s too', (text, zone) => {
		expect(told(text, zone)).toEqual({ day: '2024-02-01', remarks: [] });
	});

	it('of $today and its neighbours is their day, in whatever zone the workflow and the report count', () => {
		fc.assert(
			fc.property(someDay, someZone, someZone, (day, workflow, zone) => {
				const midnight = DateTime.fromISO(day, { zone: workflow });
				// Where the clocks skip midnight a day begins later, and no offset tells that.
				fc.pre(midnight.toFormat('yyyy-MM-dd HH:mm') === `${day} 00:00`);
				const foreign = { toMillis: () => midnight.toMillis(), offset: midnight.offset };
				for (const value of [midnight, midnight.toISO(), foreign])
					expect(told(value, zone)).toEqual({ day, remarks: [] });
			}),
		);
	});

	it('of a JavaScript date is that of UTC, as in the JSON that it becomes', () => {
		const date = new Date('2024-02-01');
		for (const value of [date, JSON.parse(JSON.stringify(date)) as unknown])
			expect(told(value, 'America/New_York')).toEqual({ day: '2024-02-01', remarks: [] });
	});
});

describe('a conversion that changes the day', () => {
	it.each<[unknown, string]>([
		['2024-02-01T01:30:00+05:00', '2024-02-01 01:30:00 +05:00'],
		[DateTime.fromISO('2024-02-01T01:30:00', { zone: 'Asia/Yekaterinburg' }), '2024-02-01 01:30:00 +05:00'],
	])('of %p is told', (value, moment) => {
		expect(told(value)).toEqual({
			day: '2024-01-31',
			remarks: [`Date From is ${moment}, which is 2024-01-31 in Europe/Moscow, so that day was taken.`],
		});
	});

	it('is told of a JavaScript date, whose own day is that of UTC', () => {
		const { day, remarks } = told(new Date('2024-01-31T21:30:00Z'));
		expect(day).toBe('2024-02-01');
		expect(remarks).toEqual([expect.stringContaining('2024-01-31 21:30:00 +00:00')]);
	});

	it.each(['2024-02-01T03:00:00+05:00', '2024-02-01T23:30:00', new Date('2024-02-01T09:00:00Z')])(
		'%p has none',
		(value) => {
			expect(told(value)).toEqual({ day: '2024-02-01', remarks: [] });
		},
	);
});

describe('a year that cannot be meant', () => {
	it.each<[unknown, string]>([
		['9999-12-31', '9999-12-31'],
		['0026-01-01', '0026-01-01'],
		['31.12.1999', '1999-12-31'],
		['2101-01-01', '2101-01-01'],
		['1999-12-31T23:30:00Z', '1999-12-31'],
		[new Date('+012024-01-31T12:00:00Z'), '12024-01-31'],
	])('refuses %p', (value, day) => {
		const error = parameterErrorOf(() => parse(value));
		expect(error).toMatchObject({
			parameter: 'Date From',
			message: `Date From is ${day}, but its year has to be between 2000 and 2100.`,
		});
	});
});

describe('today', () => {
	it('is told by the time zone', () => {
		fc.assert(
			fc.property(someInstant, someZone, (now, zone) => {
				expect(today({ now: () => now.getTime() }, zone)).toBe(dayIn(zone, now));
			}),
		);
	});

	it.each([
		['2026-03-02', '2023-03-02'],
		['2028-02-29', '2025-02-28'],
	])('three years before %s was %s', (day, before) => {
		expect(yearsBefore(day, 3)).toBe(before);
	});
});

describe('what names no day', () => {
	const texts = `2024-02-30 2023-02-29 2024-13-01 2024-00-10 2024-366-1 2023-366 2024 2024-01 202401 2024-W05
		2024-01T10:00 10:00 15 T10:00 2024-01-31T25:00 2024-01-31T10:00+10:60 2024-01-31T10:00+1060 2024-01-31T10:00-24:00
		2024-01-31T10:00+99 30.02.2024 1.2.2024 01.2024 31-01-2024 01/31/2024 yesterday +012024-01-31`;
	it.each<[unknown, string]>([
		...texts.split(/\s+/).map((text): [string, string] => [text, `"${text}"`]),
		[20240131, '"20240131"'],
		[true, '"true"'],
		[{}, '"{}"'],
		[new Date(NaN), '"null"'],
		[DateTime.invalid('no date'), '"null"'],
	])('refuses %p', (value, shown) => {
		expect(parameterErrorOf(() => parse(value))).toMatchObject({
			parameter: 'Date From',
			message: `Date From is ${shown}, which is no date that exists, or not written like 2024-01-31.`,
			advice: expect.stringContaining('2024-01-31'),
		});
	});

	it.each<unknown>([undefined, null, '', '  '])('says of %p that it is not set', (value) => {
		expect(parameterErrorOf(() => parse(value)).message).toBe('Date From is not set.');
	});
});
