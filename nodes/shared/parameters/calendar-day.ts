import { DateTime, FixedOffsetZone, IANAZone } from 'luxon';

import type { Clock } from '../../../connector/clock';
import type { Observe } from '../../../connector/events';
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

/** As dates are written in Russia and in its spreadsheets. */
const DAY_FIRST = /^(\d{2})\.(\d{2})\.(\d{4})(?=T|$)/;

/** Other years are a slip of the keyboard, or an "open end" that no platform knows. */
const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];

const EXAMPLE = 'Use a date such as 2024-01-31.';

/**
 * A calendar day out of whatever a date parameter holds: `YYYY-MM-DD`, `DD.MM.YYYY`, any other ISO 8601, a JavaScript
 * date, or the Luxon date that n8n's expressions hand over. A time without an offset is taken as it is. A moment (a value
 * with an offset, or a date object) at midnight of its own zone is its day there, as `$today` is; any other one becomes
 * the day that it falls on in the time zone, which is told where that is another day.
 *
 * @throws {ParameterError} no date, or one that does not exist
 */
export function parseDay(value: unknown, displayName: string, timezone: string, observe: Observe): Day {
	// In UTC, because a time that a clock change skips in the time zone would be moved, even into the next day.
	const own = existing(asDateTime(value, 'utc'), value, displayName);
	if (!isMoment(value) || +own === +own.startOf('day')) return dayOf(own);
	const day = dayOf(own.setZone(timezone));
	if (day !== dayOf(own))
		observe({
			type: 'remark',
			text: `${displayName} is ${own.toFormat('yyyy-MM-dd HH:mm:ss ZZ')}, which is ${day} in ${timezone}, so that day was taken.`,
		});
	return day;
}

/**
 * A moment out of the same kinds of value, in the time zone; a day alone is its beginning there.
 *
 * @throws {ParameterError} no date, or one that does not exist
 */
export function parseMoment(value: unknown, displayName: string, timezone: string): DateTime {
	return existing(asDateTime(value, timezone), value, displayName).setZone(timezone);
}

/** The day that it is now in a time zone. */
export function today(clock: Pick<Clock, 'now'>, timezone: string): Day {
	return dayOf(DateTime.fromMillis(clock.now(), { zone: timezone }));
}

/** The same day of an earlier year; the 28th for a 29th of February that the year does not have. */
export function yearsBefore(day: Day, years: number): Day {
	return dayOf(DateTime.fromISO(day, { zone: 'utc' }).minus({ years }));
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
	if (moment.year < FIRST_YEAR || moment.year > LAST_YEAR)
		throw new ParameterError(
			displayName,
			`${displayName} is ${dayOf(moment)}, but its year has to be between ${FIRST_YEAR} and ${LAST_YEAR}.`,
			EXAMPLE,
		);
	return moment;
}

function dayOf(moment: DateTime): Day {
	return moment.toFormat('yyyy-MM-dd');
}

/** In its own zone. @param local the time zone of a text without an offset */
function asDateTime(value: unknown, local: string): DateTime | undefined {
	if (value === undefined || value === null) return undefined;
	// It has no zone of its own, and becomes this text as soon as it passes through JSON.
	if (value instanceof Date) return DateTime.fromJSDate(value, { zone: 'utc' });
	if (typeof value === 'string') {
		const text = isoText(value);
		if (text === '') return undefined;
		if (!NAMES_A_DAY.test(text) || IMPOSSIBLE_OFFSET.test(text)) return DateTime.invalid('no day');
		return DateTime.fromISO(text, { zone: local, setZone: true });
	}
	// n8n brings a Luxon of its own, so `instanceof` says nothing about its dates.
	const millis = isLuxonLike(value) ? value.toMillis() : undefined;
	if (!isLuxonLike(value) || typeof millis !== 'number') return DateTime.invalid('no date');
	const { offset } = value;
	return DateTime.fromMillis(millis, {
		zone: typeof offset === 'number' ? FixedOffsetZone.instance(offset) : 'utc',
	});
}

/** Databases write a blank where ISO 8601 has a T, and some another one before the offset. */
function isoText(text: string): string {
	return text.trim().replace(' ', 'T').replace(' ', '').replace(DAY_FIRST, '$3-$2-$1');
}

/** A value that names a point in time, and not only what a calendar and a clock on the wall show. */
function isMoment(value: unknown): boolean {
	return typeof value !== 'string' || HAS_OFFSET.test(isoText(value));
}

export function isLuxonLike(value: unknown): value is { toMillis(): unknown; readonly offset?: unknown } {
	return (
		typeof value === 'object' && value !== null && 'toMillis' in value && typeof value.toMillis === 'function'
	);
}
