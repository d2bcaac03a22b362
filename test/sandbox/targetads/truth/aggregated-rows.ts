import { below, fraction, mix, mixText } from '../../frame/hash';
import type { Placement } from '../placements';
import { TARGET_EVENTS, takes } from '../target-events';

import { metricText, NO_TOTALS, returnedName, type Totals } from './aggregated-metrics';
import { CLICK, IMPRESSION, PURCHASE, type Cells } from './cells';
import { periodOf, type DateGrouping } from './periods';
import { creativeIndex } from './raw-columns';

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
