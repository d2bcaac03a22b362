import { weekday } from '../../frame/calendar';
import { fraction, mix } from '../../frame/hash';
import type { CampaignRecord } from '../campaigns/record';

export const LEVELS = ['campaigns', 'publications', 'previews'] as const;
export type Level = (typeof LEVELS)[number];

export const TRAFFIC_SOURCES = ['total', 'ya_search', 'rsya'] as const;
export type TrafficSource = (typeof TRAFFIC_SOURCES)[number];

/** Hyphens in the path of the order (section 4). */
export const REPORT_PATHS: Readonly<Record<Level, string>> = {
	campaigns: 'campaigns-daily-stats',
	publications: 'campaigns-publications-daily-stats',
	previews: 'campaigns-previews-daily-stats',
};

/** Underscores in the `type` of the answer (trap 30). */
export function reportType(level: Level): string {
	return REPORT_PATHS[level].replaceAll('-', '_');
}

// A global is slow to look up under jest; see `hash.ts`.
const { floor } = Math;

/** Money is in kopecks. */
export const NO_TOTALS = {
	...{ impressions: 0, clicks: 0, views: 0, clickouts: 0, fullReads: 0 },
	...{ videoExpands: 0, videoFullViews: 0, metricaVisits: 0, kopecks: 0 },
};

/** Sums of one row. */
export type Totals = Record<keyof typeof NO_TOTALS, number>;

/** One cover, or one publication without covers: what every level sums up. */
export interface Atom {
	readonly number: number;
	readonly publicationId: string;
	readonly previewId?: string;
}

/** `total` is all sources, and there are more than the two that can be asked for. */
const SHARES = { ya_search: 0.5, rsya: 1, feed: 1.5 } as const;
const SOURCES = ['ya_search', 'rsya', 'feed'] as const;

/** Average impressions of one cover in one traffic source on a day with traffic. */
const IMPRESSIONS_PER_CELL = 300;

/** Days of a running campaign without any traffic: they have no rows. */
const QUIET_SHARE = 0.15;

export function atomsOf({ campaign }: CampaignRecord): Atom[] {
	const atoms: Atom[] = [];
	for (const { id: publicationId, previews } of campaign.publications) {
		for (const preview of previews ?? [undefined]) {
			atoms.push({ number: atoms.length, publicationId, ...(preview && { previewId: preview.id }) });
		}
	}
	return atoms;
}

/** Whether a campaign has rows on a Moscow day. */
export function hasTraffic(record: CampaignRecord, day: number, seed: number): boolean {
	const { days, number } = record;
	if (days === undefined || day < days.first || day > days.last) return false;
	return fraction(mix(mix(mix(seed, 0x0da), number), day)) >= QUIET_SHARE;
}

/** What an atom got on a day, from one source or from all of them. */
export function totalsOf(
	record: CampaignRecord,
	atom: Atom,
	day: number,
	source: TrafficSource,
	seed: number,
): Totals {
	const totals = { ...NO_TOTALS };
	const state = mix(mix(mix(mix(seed, 0xce12), record.number), day), atom.number);
	const mean = IMPRESSIONS_PER_CELL * record.weight * (weekday(day) < 5 ? 1.1 : 0.75);
	for (const [index, name] of SOURCES.entries()) {
		if (source !== 'total' && source !== name) continue;
		add(totals, cellOf(mix(state, index), mean * SHARES[name], record.campaign.type));
	}
	return totals;
}

export function add(sums: Totals, totals: Totals): void {
	for (const name of NAMES) sums[name] += totals[name];
}

const NAMES = Object.keys(NO_TOTALS) as (keyof Totals)[];

function cellOf(state: number, mean: number, type: string): Totals {
	// Now and then a source gives nothing.
	const impressions = fraction(state + 1) < 0.08 ? 0 : part(mean, 1, state + 2);
	const clicks = least(impressions, part(impressions, 0.05, state + 3));
	const views = least(clicks, part(clicks, 0.9, state + 4));
	const clickouts = least(views, part(views, 0.2, state + 5));
	const isVideo = type === 'video';
	const videoExpands = isVideo ? least(views, part(views, 0.7, state + 6)) : 0;
	return {
		impressions,
		clicks,
		views,
		clickouts,
		fullReads: isVideo ? 0 : least(views, part(views, 0.6, state + 7)),
		videoExpands,
		videoFullViews: least(videoExpands, part(videoExpands, 0.4, state + 8)),
		metricaVisits: least(clickouts, part(clickouts, 0.8, state + 9)),
		kopecks: part(impressions, 8, state + 10),
	};
}

function least(one: number, other: number): number {
	return one < other ? one : other;
}

/** A whole number around a share of another one; the digits behind the first ones of one draw decide how it is rounded. */
function part(whole: number, share: number, state: number): number {
	if (whole === 0) return 0;
	const draw = fraction(state);
	return floor(whole * share * (0.5 + draw) + ((draw * 4093) % 1));
}
