import { weekday } from '../../frame/calendar';
import { fraction, mix } from '../../frame/hash';
import type { Life } from '../objects/api-object';

// A global is slow to look up under jest; see `hash.ts`.
const { floor, min, round } = Math;

/** Sums of one banner on one day, or of many: these add up over banners and days. */
export interface Totals {
	shows: number;
	clicks: number;
	/** Goals of Top@Mail.ru and installs. */
	goals: number;
	vkGoals: number;
	/** Money spent, in kopecks. */
	kopecks: number;
}

export function noTotals(): Totals {
	return { shows: 0, clicks: 0, goals: 0, vkGoals: 0, kopecks: 0 };
}

export function add(sums: Totals, totals: Totals): void {
	sums.shows += totals.shows;
	sums.clicks += totals.clicks;
	sums.goals += totals.goals;
	sums.vkGoals += totals.vkGoals;
	sums.kopecks += totals.kopecks;
}

/** On an average day with traffic. */
const SHOWS_PER_CELL = 800;
/** Days of a running banner without any traffic. */
const QUIET_SHARE = 0.15;

/** What a banner got on a Moscow day; undefined for nothing at all. */
export function cellOf(bannerId: number, life: Life, day: number, seed: number): Totals | undefined {
	if (day < life.first || day > life.last) return undefined;
	const state = mix(mix(mix(seed, 0xce13), bannerId), day);
	if (fraction(state) < QUIET_SHARE) return undefined;
	const some = (whole: number, share: number, part: number) =>
		floor(whole * share * (0.5 + fraction(mix(state, part))) + fraction(mix(state, part + 50)));
	const shows = some(SHOWS_PER_CELL * life.weight * (weekday(day) < 5 ? 1.1 : 0.75), 1, 1);
	const clicks = min(shows, some(shows, 0.01, 2));
	const goals = min(clicks, some(clicks, 0.05, 3));
	return {
		shows,
		clicks,
		goals,
		vkGoals: min(clicks - goals, some(clicks, 0.08, 4)),
		kopecks: some(shows, 30, 5),
	};
}

/** Kopecks as a decimal string; zero has no decimals (3.19). */
export function money(kopecks: number): string {
	if (kopecks === 0) return '0';
	const text = String(round(kopecks)).padStart(3, '0');
	return `${text.slice(0, -2)}.${text.slice(-2)}`.replace(/\.?0+$/, '');
}

/** The price of one of so many, as a decimal string. */
export function costOf(kopecks: number, count: number, times = 1): string {
	return count === 0 ? '0' : money((kopecks * times) / count);
}

/** A share as a number in percent. */
export function percent(part: number, whole: number): number {
	return whole === 0 ? 0 : round((part / whole) * 1_000_000) / 10_000;
}
