import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';

import { parseMoment } from '../../../../nodes/shared/parameters/calendar-day';
import { parameterErrorOf } from './parameters-of';

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
