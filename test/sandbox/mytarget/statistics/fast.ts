import { below, mix } from '../../frame/hash';
import { moscowText } from '../objects/moscow-time';

import type { ObjectType } from './object-type';

const MINUTE = 60_000;
const MINUTES = 60;

/** Unfiltered traffic of the last 60 minutes of one object; the last number is the minute of `timestamp` (3.24). */
export interface FastStatistics {
	/** Seconds since 1970. */
	readonly timestamp: number;
	readonly minutely: { readonly clicks: readonly number[]; readonly shows: readonly number[] };
	/** v2 only. */
	readonly total?: { readonly clicks: readonly [number]; readonly shows: readonly [number] };
}

/** Last complete minute, in milliseconds. */
export function lastMinute(now: number): number {
	return Math.floor(now / MINUTE) * MINUTE - MINUTE;
}

export function fastOf(id: number, now: number, seed: number, withTotal: boolean): FastStatistics {
	const last = lastMinute(now);
	const minutes = Array.from({ length: MINUTES }, (_, index) => last / MINUTE - (MINUTES - 1) + index);
	const shows = minutes.map((minute) => below(20, mix(mix(mix(seed, 0xfa57), id), minute)));
	const clicks = shows.map((count, index) => (count === 0 ? 0 : below(2, mix(id, minutes[index]!))));
	return {
		timestamp: last / 1000,
		minutely: { clicks, shows },
		...(withTotal && { total: { clicks: [sum(clicks)], shows: [sum(shows)] } }),
	};
}

/** The object keys of the answer; users are called advertisers (trap 51). */
export function fastKey(type: ObjectType): string {
	return type === 'users' ? 'advertisers' : type;
}

export function fastBody(
	type: ObjectType,
	ids: readonly number[],
	now: number,
	seed: number,
	version: 'v2' | 'v3',
): object {
	const last = lastMinute(now);
	const groups = ['banners', 'campaigns', 'advertisers', ...(version === 'v3' ? ['ad_plans'] : [])];
	const objects = Object.fromEntries(ids.map((id) => [String(id), fastOf(id, now, seed, version === 'v2')]));
	return {
		last_seen_msg_time: {
			timestamp: last / 1000,
			string: moscowText(last),
			ago: Math.floor((now - last) / 1000),
		},
		...Object.fromEntries(groups.map((group) => [group, group === fastKey(type) ? objects : {}])),
	};
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
