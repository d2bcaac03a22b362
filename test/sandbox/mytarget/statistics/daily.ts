import { dayText } from '../../frame/calendar';
import { below, mix } from '../../frame/hash';
import { moscowText } from '../objects/api-object';

import { add, noTotals, setsOf, type Totals } from './sets';
import type { Days } from './question';
import type { ObjectType, Truth } from './truth';

/** What v2 tells about one object on one day, or in its whole life: one object of columns by set. */
export type StatisticsSets = Readonly<Record<string, unknown>>;

export interface DayRow extends StatisticsSets {
	/** YYYY-MM-DD in Moscow. */
	readonly date: string;
}

/** Rows of one object; days without traffic come as zeros (3.19). */
export function dayRows(
	truth: Truth,
	type: ObjectType,
	id: number,
	days: Days,
	sets: readonly string[],
	sums: Totals = noTotals(),
): DayRow[] {
	const rows: DayRow[] = [];
	for (let day = days.from; day <= days.to; day++) {
		const totals = truth.day(type, id, day);
		add(sums, totals);
		rows.push({ date: dayText(day), ...setsOf(sets, totals, 1) });
	}
	return rows;
}

/** The body of `day`, made while it is sent: 200 objects of 92 days are some megabytes. */
export function* dayBody(
	truth: Truth,
	type: ObjectType,
	ids: readonly number[],
	days: Days,
	sets: readonly string[],
): Generator<string, void> {
	const count = days.to - days.from + 1;
	const all = noTotals();
	yield '{"items":[';
	for (const [index, id] of ids.entries()) {
		const sums = noTotals();
		const rows = dayRows(truth, type, id, days, sets, sums);
		add(all, sums);
		yield (index === 0 ? '' : ',') + JSON.stringify({ id, rows, total: setsOf(sets, sums, count) });
	}
	// Uniques of all objects together are not told (4.5).
	const told = sets.filter((name) => !name.startsWith('uniques'));
	yield `],"total":${JSON.stringify(setsOf(told, all, count))}}`;
}

/** The body of `summary`. */
export function summaryBody(
	truth: Truth,
	type: ObjectType,
	ids: readonly number[],
	today: number,
	sets: readonly string[],
): { items: object[]; total: object } {
	const all = noTotals();
	const items = ids.map((id) => {
		const totals = truth.lifetime(type, id, today);
		add(all, totals);
		return { id, total: setsOf(sets, totals, LIFE) };
	});
	return { items, total: setsOf(sets, all, LIFE) };
}

/** Days that uniques of a whole life are counted for. */
export const LIFE = 1000;

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
