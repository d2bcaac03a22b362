import { dayText, weekday } from '../../frame/calendar';
import { below, fraction, mix, mixText } from '../../frame/hash';
import type { Placement } from '../placements';
import { takes, TARGET_EVENTS } from '../target-events';

import { CLICK, IMPRESSION, PURCHASE, type Cells } from './cells';
import { creativeIndex } from './columns';

/** The amount is in kopecks. */
const NO_TOTALS = { impressions: 0, clicks: 0, givt: 0, sivt: 0, events: 0, amount: 0 };

/** Sums of one returned row. */
type Totals = Record<keyof typeof NO_TOTALS, number>;

/** Metrics of 4.5 and 4.6 as the text that a row holds (3.5: every value is a string). */
const METRICS: Readonly<Record<string, (totals: Totals) => number>> = {
	Impressions: ({ impressions }) => impressions,
	Clicks: ({ clicks }) => clicks,
	CTR: ({ impressions, clicks }) => percent(clicks, impressions),
	Reach: reach,
	Frequency: (totals) => (totals.impressions === 0 ? 0 : totals.impressions / reach(totals)),
	GIVT: ({ givt }) => givt,
	SIVT: ({ sivt }) => sivt,
	PartOfGIVT: ({ impressions, givt }) => percent(givt, impressions),
	TargetEventCount: ({ events }) => events,
	TargetEcomAmount: ({ amount }) => amount / 100,
};

/** The name under which a metric comes back (T4). */
export function returnedName(metric: string): string {
	return metric === 'PartOfGIVT' ? 'PartOfGivt' : metric;
}

/** Empty for a metric that is not known here: the lists are incomplete. */
export function metricText(metric: string, totals: Totals): string {
	return Object.hasOwn(METRICS, metric) ? String(METRICS[metric]!(totals)) : '';
}

/**
 * People seen in a row. Grows slower than the impressions, so that the reach of a sum is below the sum of the reaches:
 * adding rows up gives a wrong figure here as it does there (T19).
 */
function reach({ impressions }: Totals): number {
	return Math.ceil(impressions ** 0.9);
}

function percent(part: number, whole: number): number {
	return whole === 0 ? 0 : (part / whole) * 100;
}

/** The closed list of 4.8. */
export const DATE_GROUPINGS = ['day', 'week', 'month', 'quarter', 'year'] as const;

export type DateGrouping = (typeof DATE_GROUPINGS)[number];

/** The first day of the period that a day belongs to, as text. */
export function periodOf(day: number, grouping: DateGrouping): string {
	const text = dayText(day);
	switch (grouping) {
		case 'day':
			return text;
		case 'week':
			return dayText(day - weekday(day));
		case 'month':
			return `${text.slice(0, 7)}-01`;
		case 'quarter': {
			const month = Math.floor((Number(text.slice(5, 7)) - 1) / 3) * 3 + 1;
			return `${text.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
		}
		case 'year':
			return `${text.slice(0, 4)}-01-01`;
	}
}

// A global is slow to look up under jest; see `hash.ts`.
const { floor } = Math;

export interface AggregatedQuery {
	readonly fromDay: number;
	readonly toDay: number;
	readonly fields: readonly string[];
	readonly metrics: readonly string[];
	readonly numbers: readonly number[];
	readonly grouping: DateGrouping;
	readonly eventTypes?: readonly string[];
	readonly eventNames?: readonly string[];
	readonly attributionModel: string;
	readonly attributionWindow: string;
}

export type AggregatedRow = Record<string, string>;

/** One placement, creative and day: what every grouping sums up. */
interface Atom {
	readonly day: number;
	readonly placement: Placement;
	readonly creative: 0 | 1;
}

/** Grouping fields of 4.4; others are taken for fields without a value. */
const GROUPING: Readonly<Record<string, (atom: Atom, grouping: DateGrouping) => string>> = {
	EventDate: ({ day }, grouping) => periodOf(day, grouping),
	MediaCampaign: ({ placement }) => placement.name,
	MediaSource: ({ placement }) => placement.sourceName,
	MediaCreative: ({ placement, creative }) => placement.creatives[creative].name,
};

/** The rows of an aggregated report, in the order of their first day and placement. Rows of nothing but zeros are left out. */
export function aggregatedRows(cells: Cells, query: AggregatedQuery): AggregatedRow[] {
	const groups = new Map<string, { row: AggregatedRow; totals: Totals }>();
	for (const atom of atoms(cells, query)) {
		const totals = totalsOf(cells, atom, query);
		if (Object.values(totals).every((value) => value === 0)) continue;
		const values = query.fields.map((field) =>
			Object.hasOwn(GROUPING, field) ? GROUPING[field]!(atom, query.grouping) : '',
		);
		const key = JSON.stringify(values);
		const group = groups.get(key) ?? {
			row: Object.fromEntries(query.fields.map((field, index) => [field, values[index]!])),
			totals: { ...NO_TOTALS },
		};
		groups.set(key, group);
		addTo(group.totals, totals);
	}
	return [...groups.values()].map(({ row, totals }) => {
		for (const metric of query.metrics) row[returnedName(metric)] = metricText(metric, totals);
		return row;
	});
}

function* atoms(cells: Cells, { fromDay, toDay, numbers }: AggregatedQuery): Generator<Atom, void> {
	for (let day = fromDay; day <= toDay; day++) {
		for (const number of numbers) {
			// A media report knows placements only; what has none is no part of it.
			const placement = cells.placements[number - 1];
			if (placement === undefined) continue;
			yield { day, placement, creative: 0 };
			yield { day, placement, creative: 1 };
		}
	}
}

function totalsOf(cells: Cells, { day, placement, creative }: Atom, query: AggregatedQuery): Totals {
	const count = (type: number) => shareOf(cells.count(day, placement.number, type), creative);
	const state = mix(cells.state(day, placement.number, 0xa66), creative);
	const impressions = count(IMPRESSION);
	const events = attributed(count(PURCHASE), state, query);
	return {
		impressions,
		clicks: count(CLICK),
		givt: floor(impressions * 0.04 + fraction(mix(state, 1)) * Math.min(1, impressions) * 0.96),
		sivt: floor(impressions * 0.02 + fraction(mix(state, 2)) * Math.min(1, impressions) * 0.98),
		events,
		amount: events * (10_000 + below(900_000, mix(state, 3))),
	};
}

/** How many lines of a cell belong to a creative; see `creativeIndex`. */
function shareOf(count: number, creative: 0 | 1): number {
	let share = floor(count / 4) * 2;
	for (let sequence = count - (count % 4); sequence < count; sequence++) {
		if (creativeIndex(sequence) === creative) share++;
	}
	return share;
}

/** Target events that model and window give to an atom. A longer window never gives fewer. */
function attributed(purchases: number, state: number, query: AggregatedQuery): number {
	const model = mixText(state, query.attributionModel);
	const reachOfWindow = 0.5 + Number(query.attributionWindow) / 180;
	return TARGET_EVENTS.reduce((sum, event, kind) => {
		if (!takes(event, query.eventTypes, query.eventNames)) return sum;
		return sum + floor(purchases * reachOfWindow + fraction(mix(model, kind)) * Math.min(1, purchases));
	}, 0);
}

function addTo(sums: Totals, totals: Totals): void {
	for (const name of Object.keys(sums) as (keyof Totals)[]) sums[name] += totals[name];
}
