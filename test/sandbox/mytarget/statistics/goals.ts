import { dayText } from '../../frame/calendar';
import { mix, fraction } from '../../frame/hash';

import { add, costOf, money, noTotals, percent, type Totals } from './sets';
import type { Days } from './question';
import type { ObjectType, Truth } from './truth';

export const CONVERSION_TYPES = ['postclick', 'postview', 'total'] as const;

/** One goal of one object on one day (3.21). */
export interface GoalEntry {
	readonly conversion_type: string;
	readonly source: string;
	readonly goal: string;
	readonly counter_id: number;
	readonly count: number;
	readonly cr: number;
	readonly cpa: string;
	readonly value: string;
	readonly romi: number;
	readonly adv_cost_share: number;
}

const GOALS = [
	{ source: 'topmail', goal: 'uss:заказ', counter_id: 3_100_001, share: 0.6 },
	{ source: 'topmail', goal: 'jse:call', counter_id: 3_100_001, share: 0.3 },
	{ source: 'mobile', goal: 'install', counter_id: 0, share: 0.1 },
] as const;

const KOPECKS_PER_GOAL = 150_000;

/** Goals of one object on one day: none without clicks. `total` is postclick and postview together. */
export function goalsOf(totals: Totals, state: number, types: readonly string[]): GoalEntry[] {
	if (totals.clicks === 0) return [];
	return GOALS.flatMap(({ source, goal, counter_id, share }, index) => {
		const some = (whole: number, part: number) =>
			Math.floor(whole * share + fraction(mix(mix(state, index), part)));
		const postclick = some(totals.clicks * 0.06, 1);
		const postview = some(totals.clicks * 0.03, 2);
		const counts: Readonly<Record<string, number>> = { postclick, postview, total: postclick + postview };
		return types.map((type) => entry({ source, goal, counter_id }, type, counts[type]!, totals));
	});
}

/** The body of goals statistics. */
export function goalsBody(
	truth: Truth,
	type: ObjectType,
	ids: readonly number[],
	days: Days,
	types: readonly string[],
	seed: number,
): { items: object[]; total: object } {
	const everything: GoalEntry[] = [];
	const all = noTotals();
	const items = ids.map((id) => {
		const entries: GoalEntry[] = [];
		const sums = noTotals();
		const rows: object[] = [];
		for (let day = days.from; day <= days.to; day++) {
			const totals = truth.day(type, id, day);
			const goals = goalsOf(totals, goalState(seed, id, day), types);
			add(sums, totals);
			for (const goal of goals) entries.push(goal);
			rows.push({ date: dayText(day), goals });
		}
		add(all, sums);
		for (const goal of entries) everything.push(goal);
		return { id, rows, total: { goals: summed(entries, sums) } };
	});
	return { items, total: { goals: summed(everything, all) } };
}

export function goalState(seed: number, id: number, day: number): number {
	return mix(mix(mix(seed, 0x60a1), id), day);
}

function summed(entries: readonly GoalEntry[], totals: Totals): GoalEntry[] {
	const sums = new Map<string, GoalEntry>();
	for (const goal of entries) {
		const key = `${goal.conversion_type} ${goal.goal}`;
		const count = (sums.get(key)?.count ?? 0) + goal.count;
		sums.set(key, entry(goal, goal.conversion_type, count, totals));
	}
	return [...sums.values()];
}

function entry(
	{ source, goal, counter_id }: Pick<GoalEntry, 'source' | 'goal' | 'counter_id'>,
	conversion_type: string,
	count: number,
	{ clicks, kopecks }: Totals,
): GoalEntry {
	const value = count * KOPECKS_PER_GOAL;
	return {
		conversion_type,
		source,
		goal,
		counter_id,
		count,
		cr: percent(count, clicks),
		cpa: costOf(kopecks, count),
		value: money(value),
		romi: kopecks === 0 ? 0 : Math.round(((value - kopecks) / kopecks) * 10_000) / 100,
		adv_cost_share: percent(kopecks, value),
	};
}
