import { weekday } from '../../frame/calendar';
import { fraction, mix } from '../../frame/hash';
import type { Life } from '../objects/api-object';

// A global is slow to look up under jest; see `hash.ts`.
const { floor, min, round } = Math;

/** Goals are those of Top@Mail.ru and installs, money is in kopecks. */
export const noTotals = () => ({ shows: 0, clicks: 0, goals: 0, vkGoals: 0, kopecks: 0 });

/** Sums of one banner on one day, or of many: these add up over banners and days. */
export type Totals = ReturnType<typeof noTotals>;

const NAMES = Object.keys(noTotals()) as (keyof Totals)[];

export function add(sums: Totals, totals: Totals): void {
	for (const name of NAMES) sums[name] += totals[name];
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

type Columns = Readonly<Record<string, unknown>>;

/** What all sets are made from: only `base` adds up exactly over days and objects. */
interface Source {
	readonly totals: Totals;
	/** How many days it covers: uniques grow slower than they do. */
	readonly days: number;
}

const VIEWS = [
	['first_second', 0.7],
	['viewed_10_seconds', 0.4],
	['viewed_25_percent', 0.35],
	['viewed_50_percent', 0.25],
	['viewed_75_percent', 0.18],
	['viewed_100_percent', 0.12],
] as const;

/** Columns that have some share or other of a number each. */
function shares(whole: number, names: string): Columns {
	return Object.fromEntries(names.split(' ').map((name, index) => [name, floor((whole * (index % 5)) / 20)]));
}

/** Metric sets and their columns (4.5). */
const SETS: Readonly<Record<string, (source: Source) => Columns>> = {
	base: ({ totals: { shows, clicks, goals, vkGoals, kopecks } }) => ({
		shows,
		clicks,
		goals,
		spent: money(kopecks),
		a_amount: money(kopecks),
		n_amount: '0',
		cpm: costOf(kopecks, shows, 1000),
		cpc: costOf(kopecks, clicks),
		cpa: costOf(kopecks, goals),
		ctr: percent(clicks, shows),
		cr: percent(goals, clicks),
		vk: { goals: vkGoals, cpa: costOf(kopecks, vkGoals), cr: percent(vkGoals, clicks), result: vkGoals },
	}),
	events: ({ totals: { clicks } }) => ({
		...shares(clicks, 'opening_app opening_post moving_into_group launching_video comments joinings likes'),
		...shares(clicks, 'votings shares sending_form'),
		clicks_on_external_url: clicks,
	}),
	video: ({ totals: { shows, kopecks } }) => {
		const started = floor(shows * 0.8);
		return {
			started,
			...shares(started, 'paused resumed_after_pause fullscreen_on fullscreen_off'),
			...shares(started, 'sound_turned_off sound_turned_on'),
			...viewed(started),
			depth_of_view: started === 0 ? 0 : 31.5,
			started_cost: costOf(kopecks, started),
			viewed_10_seconds_cost: costOf(kopecks, floor(started * 0.4)),
			viewed_100_percent_cost: costOf(kopecks, floor(started * 0.12)),
			viewed_range_rate: started === 0 ? '' : '0',
		};
	},
	carousel: ({ totals: { shows, clicks } }) =>
		Object.fromEntries(
			[1, 2, 3, 4, 5, 6].flatMap((slide) => {
				const [seen, hit] = [floor(shows / slide), floor(clicks / slide)];
				return [
					[`slide_${slide}_shows`, seen],
					[`slide_${slide}_clicks`, hit],
					[`slide_${slide}_ctr`, percent(hit, seen)],
				];
			}),
		),
	ad_offers: ({ totals: { clicks } }) => shares(clicks, 'upload_receipt offer_postponed earn_offer_rewards'),
	uniques: ({ totals: { shows }, days }) => {
		const total = floor((shows * 0.7) / (1 + 0.01 * (days - 1)));
		const frequency = total === 0 ? 0 : Math.round((shows / total) * 100) / 100;
		return { reach: 0, total, increment: floor(total * 0.4), initial_total: total, frequency };
	},
	uniques_video: ({ totals: { shows }, days }) => {
		const started = floor((shows * 0.5) / (1 + 0.01 * (days - 1)));
		return { started, ...viewed(started), depth_of_view: started === 0 ? 0 : 33.25 };
	},
	tps: () => ({ tps: '0', tpd: '0' }),
	romi: ({ totals: { goals, kopecks } }) => {
		const value = goals * 150_000;
		const romi = kopecks === 0 ? 0 : Math.round(((value - kopecks) / kopecks) * 10_000) / 100;
		return { value: money(value), romi, adv_cost_share: percent(kopecks, value) };
	},
	playable: ({ totals: { clicks } }) =>
		shares(clicks, 'playable_game_open playable_game_close playable_call_to_action'),
	custom_event: ({ totals: { clicks } }) => ({
		custom_event_111: { alias: 'Оставил заявку', count: floor(clicks * 0.04) },
	}),
	social_network: ({ totals: { clicks } }) => ({
		...shares(clicks, 'ok_join vk_subscribe vk_join result_join'),
		...shares(clicks, 'dzen_join vk_message ok_message result_message'),
	}),
	moat: () => ({
		...shares(0, 'impressions in_view never_focused never_visible human_impressions impressions_analyzed'),
		...shares(0, 'in_view_percent active_in_view_time attention_quality'),
	}),
};

export const SET_NAMES = Object.keys(SETS);

/** Columns of some sets, by set. */
export function setsOf(names: readonly string[], totals: Totals, days: number): Record<string, Columns> {
	return Object.fromEntries(names.map((name) => [name, SETS[name]!({ totals, days })]));
}

function viewed(started: number): Columns {
	const counts = VIEWS.map(([column, share]) => [column, floor(started * share)] as const);
	const rates = counts
		.slice(1)
		.map(([column, count]) => [`${column}_rate`, percent(count, started)] as const);
	return Object.fromEntries([...counts, ...rates]);
}
