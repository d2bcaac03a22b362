import { describe, expect, it } from '@jest/globals';

import { parseTimezone } from '../../../../nodes/shared/parameters/calendar-day';
import { parameterErrorOf } from './parameters-of';

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
