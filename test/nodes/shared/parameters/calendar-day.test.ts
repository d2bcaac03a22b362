import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';

import { parseDay, parseMoment, parseTimezone } from '../../../../nodes/shared/parameters/calendar-day';
import { dayIn, someDay, someInstant, someZone } from '../report/calendar';
import { parameterErrorOf } from './parameters-of';

const parse = (value: unknown, zone = 'Europe/Moscow') => parseDay(value, 'Date From', zone);

describe('a date without an offset', () => {
	it.each([
		['2024-02-29', '2024-02-29'],
		[' 2024-01-31 ', '2024-01-31'],
		['20240131', '2024-01-31'],
		['2024-W05-3', '2024-01-31'],
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
				const foreign = { toMillis: () => moment.getTime() };
				for (const value of [moment, moment.toISOString(), luxon, foreign])
					expect(parse(value, zone)).toBe(expected);
			}),
		);
	});
});

describe('what names no day', () => {
	const texts = `2024-02-30 2023-02-29 2024-13-01 2024-00-10 2024-366-1 2023-366 2024 2024-01 202401 2024-W05
		2024-01T10:00 10:00 15 T10:00 2024-01-31T25:00
		2024-01-31T10:00+10:60 2024-01-31T10:00+1060 2024-01-31T10:00-24:00 2024-01-31T10:00+99 31.01.2024 01/31/2024 yesterday +012024-01-31`;
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

describe('parseMoment', () => {
	const moment = (value: unknown, zone = 'Europe/Moscow') =>
		parseMoment(value, 'Start From', zone).toUTC().toISO();

	it.each<[unknown, string, string]>([
		['2024-01-31', 'Europe/Moscow', '2024-01-30T21:00:00.000Z'],
		['2024-01-31', 'UTC', '2024-01-31T00:00:00.000Z'],
		['2024-01-31 10:00:00', 'Europe/Moscow', '2024-01-31T07:00:00.000Z'],
		['2024-01-31T10:00:00+01:00', 'Europe/Moscow', '2024-01-31T09:00:00.000Z'],
		[new Date('2024-01-31T09:00:00Z'), 'Europe/Moscow', '2024-01-31T09:00:00.000Z'],
		[DateTime.fromISO('2024-01-31T09:00:00Z'), 'Europe/Moscow', '2024-01-31T09:00:00.000Z'],
	])('takes %p in %s for %s', (value, zone, expected) => {
		expect(moment(value, zone)).toBe(expected);
	});

	it.each(['2024-02-30', '2024', ''])('refuses %p, naming the parameter', (value) => {
		expect(parameterErrorOf(() => moment(value)).parameter).toBe('Start From');
	});
});

describe('parseTimezone', () => {
	it('takes every time zone there is', () => {
		for (const zone of Intl.supportedValuesOf('timeZone')) expect(parseTimezone(zone, 'Timezone')).toBe(zone);
		expect(parseTimezone(' Europe/Moscow ', 'Timezone')).toBe('Europe/Moscow');
		expect(parseTimezone('UTC', 'Timezone')).toBe('UTC');
	});

	it.each<[unknown, string]>([
		['Moscow', '"Moscow"'],
		['Europe/Nowhere', '"Europe/Nowhere"'],
		['', '""'],
		[3, '"3"'],
	])('refuses %p, naming the parameter', (value, shown) => {
		const error = parameterErrorOf(() => parseTimezone(value, 'Timezone'));
		expect(error.parameter).toBe('Timezone');
		expect(error.message).toBe(`Timezone is ${shown}, which is no time zone.`);
	});
});
