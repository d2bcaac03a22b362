import { costOf, money, percent, type Totals } from './cells';

const { floor } = Math;

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

const MOAT = [
	...[
		'impressions',
		'in_view',
		'never_focused',
		'never_visible',
		'human_impressions',
		'impressions_analyzed',
	],
	...['in_view_percent', 'active_in_view_time', 'attention_quality'],
];

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
		vk: { goals: vkGoals, cpa: costOf(kopecks, vkGoals), cr: percent(vkGoals, clicks) },
	}),
	events: ({ totals: { clicks } }) => ({
		opening_app: floor(clicks * 0.1),
		opening_post: floor(clicks * 0.2),
		moving_into_group: floor(clicks * 0.15),
		clicks_on_external_url: clicks,
		launching_video: floor(clicks * 0.3),
		comments: floor(clicks * 0.01),
		joinings: floor(clicks * 0.02),
		likes: floor(clicks * 0.05),
		shares: floor(clicks * 0.01),
		votings: 0,
		sending_form: floor(clicks * 0.03),
	}),
	video: ({ totals: { shows, kopecks } }) => {
		const started = floor(shows * 0.8);
		return {
			started,
			paused: floor(started * 0.05),
			resumed_after_pause: floor(started * 0.03),
			fullscreen_on: floor(started * 0.02),
			fullscreen_off: floor(started * 0.02),
			sound_turned_off: floor(started * 0.04),
			sound_turned_on: floor(started * 0.06),
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
	ad_offers: ({ totals: { clicks } }) => ({
		offer_postponed: floor(clicks * 0.02),
		upload_receipt: 0,
		earn_offer_rewards: 0,
	}),
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
	playable: ({ totals: { clicks } }) => ({
		playable_game_open: floor(clicks * 0.1),
		playable_game_close: floor(clicks * 0.08),
		playable_call_to_action: floor(clicks * 0.02),
	}),
	custom_event: ({ totals: { clicks } }) => ({
		custom_event_111: { alias: 'Оставил заявку', count: floor(clicks * 0.04) },
	}),
	social_network: ({ totals: { clicks } }) => ({
		vk_subscribe: floor(clicks * 0.03),
		vk_join: floor(clicks * 0.02),
		ok_join: 0,
		dzen_join: 0,
		result_join: floor(clicks * 0.02),
		vk_message: floor(clicks * 0.01),
		ok_message: 0,
		result_message: floor(clicks * 0.01),
	}),
	moat: () => Object.fromEntries(MOAT.map((column) => [column, 0])),
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
