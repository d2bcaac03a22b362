import { DateTime, IANAZone } from 'luxon';

import type { Day } from '../../../connector/slices';
import { shown } from './shown';
import { ParameterError } from './parameter-error';

/**
 * A year, a month or a week alone is ISO 8601 too, but taking its first day for it would surprise, and a time alone
 * would be today.
 */
const NAMES_A_DAY = /^\d{4}(-?\d{2}-?\d{2}|-?\d{3}|-?W\d{2}-?\d)(T|$)/i;

const HAS_OFFSET = /T.*(Z|[+-]\d{2}(:?\d{2})?)$/i;

/** Luxon takes +10:60 for 11 hours and -24:00 for a day. */
const IMPOSSIBLE_OFFSET = /T.*[+-](2[4-9]|[3-9]\d|\d{2}:?[6-9]\d)(:?\d{2})?$/i;

const EXAMPLE = 'Use a date such as 2024-01-31.';

/**
 * A calendar day out of whatever a date parameter holds: `YYYY-MM-DD`, any other ISO 8601, a JavaScript date, or the
 * Luxon date that n8n's expressions hand over. A moment (a value with an offset, or a date object) becomes the day
 * that it falls on in the time zone; a time without an offset is taken as it is.
 *
 * @throws {ParameterError} no date, or one that does not exist
 */
export function parseDay(value: unknown, displayName: string, timezone: string): Day {
	// In UTC, because a time that a clock change skips in the time zone would be moved, even into the next day.
	return existing(asDateTime(value, timezone, 'utc'), value, displayName).toFormat('yyyy-MM-dd');
}

/**
 * A moment out of the same kinds of value, in the time zone; a day alone is its beginning there.
 *
 * @throws {ParameterError} no date, or one that does not exist
 */
export function parseMoment(value: unknown, displayName: string, timezone: string): DateTime {
	return existing(asDateTime(value, timezone, timezone), value, displayName);
}

/** @throws {ParameterError} no such time zone */
export function parseTimezone(value: unknown, displayName: string): string {
	const text = typeof value === 'string' ? value.trim() : '';
	if (!IANAZone.isValidZone(text))
		throw new ParameterError(
			displayName,
			`${displayName} is ${shown(value)}, which is no time zone.`,
			'Use a name such as Europe/Moscow.',
		);
	return text;
}

function existing(moment: DateTime | undefined, value: unknown, displayName: string): DateTime {
	if (moment === undefined) throw new ParameterError(displayName, `${displayName} is not set.`, EXAMPLE);
	if (!moment.isValid)
		throw new ParameterError(
			displayName,
			`${displayName} is ${shown(value)}, which is no date that exists, or not written like 2024-01-31.`,
			EXAMPLE,
		);
	return moment;
}

/** @param local the time zone of a text without an offset */
function asDateTime(value: unknown, timezone: string, local: string): DateTime | undefined {
	if (value === undefined || value === null) return undefined;
	if (value instanceof Date) return DateTime.fromJSDate(value, { zone: timezone });
	if (typeof value === 'string') {
		// Databases write a blank where ISO 8601 has a T, and some another one before the offset.
		const text = value.trim().replace(' ', 'T').replace(' ', '');
		if (text === '') return undefined;
		if (!NAMES_A_DAY.test(text) || IMPOSSIBLE_OFFSET.test(text)) return DateTime.invalid('no day');
		return DateTime.fromISO(text, { zone: HAS_OFFSET.test(text) ? timezone : local });
	}
	// n8n brings a Luxon of its own, so `instanceof` says nothing about its dates.
	const millis = isLuxonLike(value) ? value.toMillis() : undefined;
	return typeof millis === 'number'
		? DateTime.fromMillis(millis, { zone: timezone })
		: DateTime.invalid('no date');
}

function isLuxonLike(value: unknown): value is { toMillis(): unknown } {
	return (
		typeof value === 'object' && value !== null && 'toMillis' in value && typeof value.toMillis === 'function'
	);
}
