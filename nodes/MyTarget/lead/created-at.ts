import { DateTime } from 'luxon';
import type { INodeProperties } from 'n8n-workflow';

import { ParameterError } from '../../shared/parameters/parameter-error';
import { parseMoment } from '../../shared/parameters/calendar-day';
import type { Parameters } from '../../shared/parameters/parameters';
import type { Query } from '../api';
import { TIMEZONE } from '../limits';

/** `2022-12-08 21:41:03.922 +0000 UTC`, with any number of fractions or none (trap 58). */
const CREATED_AT = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(\.\d+)?(?: ?(Z|UTC|[+-]\d\d:?\d\d)(?: UTC)?)?$/;

/** When a lead came; undefined for a form that nobody knows. Without an offset it is Moscow time, as all of the API's times. */
export function createdAt(value: unknown): DateTime | undefined {
	const [, day, time, fraction = '', offset = ''] =
		typeof value === 'string' ? (CREATED_AT.exec(value) ?? []) : [];
	if (day === undefined || time === undefined) return undefined;
	const moment = DateTime.fromISO(`${day}T${time}${fraction.slice(0, 4)}${offset.replace('UTC', 'Z')}`, {
		zone: TIMEZONE,
	});
	return moment.isValid ? moment.toUTC() : undefined;
}

/** Moments between which leads came, both included. */
export interface Between {
	readonly after: DateTime | undefined;
	readonly before: DateTime | undefined;
}

const AFTER = 'createdAfter';
const BEFORE = 'createdBefore';

const without = 'without a time zone it is Moscow time, and a date alone is the beginning of its day';

export const momentFields: INodeProperties[] = [
	{
		displayName: 'Created After',
		name: AFTER,
		type: 'dateTime',
		default: '',
		description: `Only leads that came then or later; ${without}`,
	},
	{
		displayName: 'Created Before',
		name: BEFORE,
		type: 'dateTime',
		default: '',
		description: `Only leads that came then or earlier; ${without}`,
	},
];

/** @throws {ParameterError} no moment, or two between which nothing can be */
export function readMoments(parameters: Parameters): Between {
	const filters = parameters.collection('filters');
	const read = (name: string) => {
		const value = filters.value(name);
		return value === undefined ? undefined : parseMoment(value, filters.displayName(name), TIMEZONE);
	};
	const [after, before] = [read(AFTER), read(BEFORE)];
	if (after !== undefined && before !== undefined && after > before)
		throw new ParameterError(
			filters.displayName(AFTER),
			`${filters.displayName(AFTER)} in Filters is later than ${filters.displayName(BEFORE)}.`,
			'Exchange the two.',
		);
	return { after, before };
}

/**
 * In which zone the platform compares is not said; all of its times are Moscow's, a lead's own time is UTC (trap 57). So
 * it is asked for what fits by either clock, and what fits exactly is found here. It compares whole seconds.
 */
export function momentsQuery({ after, before }: Between): Query {
	const text = (moment: DateTime) => moment.toFormat('yyyy-MM-dd HH:mm:ss');
	return [
		...(after === undefined ? [] : [['_created_at__gte', text(after.toUTC())] as const]),
		...(before === undefined ? [] : [['_created_at__lte', text(before.plus({ seconds: 1 }))] as const]),
	];
}

export function isBetween(moment: DateTime, { after, before }: Between): boolean {
	return (after === undefined || moment >= after) && (before === undefined || moment <= before);
}
