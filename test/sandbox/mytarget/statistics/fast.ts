import { below, mix } from '../../frame/hash';
import { moscowText } from '../objects/api-object';

import type { ObjectType } from './truth';

const MINUTE = 60_000;
const MINUTES = 60;

/** Unfiltered traffic of the last 60 minutes of one object; the last number is the minute of `timestamp` (3.24). */
export interface FastStatistics {
	/** Seconds since 1970. */
	readonly timestamp: number;
	readonly minutely: { readonly clicks: readonly number[]; readonly shows: readonly number[] };
}

/** Last complete minute, in milliseconds. */
function lastMinute(now: number): number {
	return Math.floor(now / MINUTE) * MINUTE - MINUTE;
}

export function fastOf(id: number, now: number, seed: number): FastStatistics {
	const last = lastMinute(now);
	const minutes = Array.from({ length: MINUTES }, (_, index) => last / MINUTE - (MINUTES - 1) + index);
	const shows = minutes.map((minute) => below(20, mix(mix(mix(seed, 0xfa57), id), minute)));
	const clicks = shows.map((count, index) => (count === 0 ? 0 : below(2, mix(id, minutes[index]!))));
	return { timestamp: last / 1000, minutely: { clicks, shows } };
}

export function fastBody(type: ObjectType, ids: readonly number[], now: number, seed: number): object {
	const last = lastMinute(now);
	const objects = Object.fromEntries(ids.map((id) => [String(id), fastOf(id, now, seed)]));
	// Users are called advertisers in the answer (trap 51).
	const own = type === 'users' ? 'advertisers' : type;
	return {
		last_seen_msg_time: {
			timestamp: last / 1000,
			string: moscowText(last),
			ago: Math.floor((now - last) / 1000),
		},
		...{ banners: {}, campaigns: {}, advertisers: {}, ad_plans: {} },
		[own]: objects,
	};
}
