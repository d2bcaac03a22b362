import { dayText } from '../../frame/calendar';
import { fraction, mix } from '../../frame/hash';

import type { Days } from './question';
import { add, costOf, noTotals, percent, type Totals } from './sets';
import type { ObjectType, Truth } from './truth';

/** One event in a mobile app of one object on one day (3.22): `value` is a number here (trap 50). */
export interface InAppEvent {
	readonly conversion_type: string;
	readonly event: string;
	readonly app: number;
	readonly tracker: number;
	readonly count: number;
	readonly cr: number;
	readonly cpa: string;
	readonly value: number;
	readonly romi: number;
	readonly adv_cost_share: number;
}

const EVENTS = [
	{ event: 'af_purchase', app: 461, tracker: 1, share: 0.4 },
	{ event: 'af_login', app: 461, tracker: 1, share: 0.9 },
] as const;

const SHARES: Readonly<Record<string, number>> = { postclick: 0.05, postview: 0.02, total: 0.07 };

/** What happened in apps on a day: nothing without clicks. */
export function inAppOf({ clicks, kopecks }: Totals, state: number, types: readonly string[]): InAppEvent[] {
	if (clicks === 0) return [];
	return EVENTS.flatMap(({ share, ...event }, index) =>
		types.map((conversion_type) => {
			const count = Math.floor(clicks * share * SHARES[conversion_type]! + fraction(mix(state, index)));
			return {
				...{ conversion_type, ...event, count },
				cr: percent(count, clicks),
				cpa: costOf(kopecks, count),
				value: count * 10.1,
				romi: 1.1,
				adv_cost_share: 0.5,
			};
		}),
	);
}

/** Of one object on one day (3.23). */
export interface OfflineCounts {
	readonly rate: number;
	readonly cost: string;
	readonly offline: number;
}

export function offlineOf({ clicks, kopecks }: Totals): OfflineCounts {
	const offline = Math.floor(clicks * 0.2);
	return { rate: percent(offline, clicks), cost: costOf(kopecks, offline), offline };
}

interface Asked {
	readonly truth: Truth;
	readonly type: ObjectType;
	readonly ids: readonly number[];
	readonly days: Days;
	readonly seed: number;
}

export function dayState(seed: number, id: number, day: number): number {
	return mix(mix(mix(seed, 0x1a99), id), day);
}

/** The body of in-app statistics: days without anything come empty. */
export function inAppBody({ truth, type, ids, days, seed }: Asked, types: readonly string[]): object {
	const items = ids.map((id) => {
		const rows = daysIn(days).map((day) => {
			const inapps = inAppOf(truth.day(type, id, day), dayState(seed, id, day), types);
			return { date: dayText(day), inapps };
		});
		return { id, rows, total: { inapps: [] } };
	});
	return { items, total: { inapps: [] } };
}

/** The body of offline conversions, without a total over all objects (trap 52). */
export function offlineBody({ truth, type, ids, days }: Asked): object {
	const items = ids.map((id) => {
		const sums = noTotals();
		const rows = daysIn(days).map((day) => {
			const totals = truth.day(type, id, day);
			add(sums, totals);
			return { date: dayText(day), ...offlineOf(totals) };
		});
		return { id, rows, total: offlineOf(sums) };
	});
	return { items };
}

function daysIn({ from, to }: Days): number[] {
	return Array.from({ length: to - from + 1 }, (_none, index) => from + index);
}
