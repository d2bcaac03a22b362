import { dayText } from '../../frame/calendar';

import { add, noTotals, type Totals } from './cells';
import type { Days } from './question';
import { setsOf } from './sets';
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
