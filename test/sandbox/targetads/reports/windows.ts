import type { JsonObject } from '../../frame/routes';
import type { Checks } from './checks';
import { day } from './readers';

/** Days, both included (T14). */
export interface Window {
	readonly fromDay: number;
	readonly toDay: number;
}

export interface WindowLimits {
	readonly today: number;
	/** Longest window in days. */
	readonly maxDays?: number;
	/** Earliest day. */
	readonly earliest?: number;
}

/** `DateFrom` and `DateTo` of a filter: both there, real days, ordered, not in the future. */
export function windowOf(
	checks: Checks,
	prefix: string,
	filter: JsonObject,
	limits: WindowLimits,
): Window | undefined {
	const from = `${prefix}DateFrom`;
	const to = `${prefix}DateTo`;
	const fromDay = checks.required(from, filter.DateFrom, day);
	const toDay = checks.required(to, filter.DateTo, day);
	if (fromDay === undefined || toDay === undefined) return undefined;
	const window = { fromDay, toDay };
	const objection = objectionTo(window, limits);
	if (objection === undefined) return window;
	if (objection === 'history') checks.fail(from, objection, filter.DateFrom);
	else checks.fail(to, objection, filter.DateTo);
	return undefined;
}

function objectionTo({ fromDay, toDay }: Window, limits: WindowLimits): string | undefined {
	if (toDay < fromDay) return 'gtefield';
	if (toDay > limits.today) return 'future';
	if (toDay - fromDay + 1 > (limits.maxDays ?? Infinity)) return 'maxdays';
	return fromDay < (limits.earliest ?? -Infinity) ? 'history' : undefined;
}
