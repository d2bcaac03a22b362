import { weekday } from '../../frame/calendar';
import { fraction, mix } from '../../frame/hash';
import { runsOn, type Placement } from '../placements';

// A global is slow to look up under jest; see `hash.ts`.
const { floor } = Math;

/** The known interaction types (4.1); their order is the order of rows with equal time and placement. */
export const INTERACTION_TYPES = ['Impression', 'Click', 'PageView', 'Purchase'] as const;

export const IMPRESSION = 0;
export const CLICK = 1;
export const PAGE_VIEW = 2;
export const PURCHASE = 3;

/** Shares of the types; their average is 1. */
const TYPE_WEIGHTS = [2.6, 0.4, 0.8, 0.2] as const;

/** Visits without any advertising, against those of all placements together. */
const ORGANIC_SHARE = 0.08;

/** What is left of clicks and visits when a placement pauses: rows without impressions (3.5). */
const PAUSED_SHARE = 0.05;

/** How many rows each day x placement x type has: the ground of raw and aggregated reports alike. */
export class Cells {
	constructor(
		readonly placements: readonly Placement[],
		readonly seed: number,
		private readonly rowsPerCell: number,
	) {}

	/** A state that belongs to one cell alone. Placement number 0: rows without placement. */
	state(day: number, number: number, type: number): number {
		return mix(mix(mix(mix(this.seed, 0xce11), day), number), type);
	}

	count(day: number, number: number, type: number): number {
		const mean = this.mean(day, number, type);
		if (mean === 0) return 0;
		const state = this.state(day, number, type);
		return floor(mean * 2 * fraction(state) + fraction(mix(state, 1)));
	}

	/** Rows of an average day. */
	get rowsPerDay(): number {
		return this.rowsPerCell * this.placements.length * INTERACTION_TYPES.length;
	}

	private mean(day: number, number: number, type: number): number {
		const weekly = weekday(day) < 5 ? 1.1 : 0.75;
		const base = this.rowsPerCell * TYPE_WEIGHTS[type]! * weekly;
		if (number === 0) return type < PAGE_VIEW ? 0 : base * this.placements.length * ORGANIC_SHARE;
		const placement = this.placements[number - 1]!;
		if (day < placement.firstDay) return 0;
		if (runsOn(placement, day)) return base * placement.weight;
		return type === IMPRESSION ? 0 : base * placement.weight * PAUSED_SHARE;
	}
}
