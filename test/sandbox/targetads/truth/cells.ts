import { SECONDS_PER_DAY, weekday } from '../../frame/calendar';
import { fraction, mix } from '../../frame/hash';
import { runsOn, type Placement } from '../placements';

import type { Day, OpenDay } from './listing';

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

/** One interaction. */
export interface RawLine {
	readonly day: number;
	readonly second: number;
	/** Number of the placement, 0 for none. */
	readonly number: number;
	readonly type: number;
	/** Place in its cell. Twins share it: two genuine events that no field tells apart (T25). */
	readonly sequence: number;
	/** What every other field is made from. */
	readonly state: number;
}

/** How many lines a part should hold at most, about; what a page costs grows with it. */
const LINES_PER_PART = 5000;

/** The interactions of one day, for the chosen placements and types. */
export class RawDay implements Day<RawLine> {
	readonly total: number;

	constructor(
		private readonly cells: Cells,
		private readonly day: number,
		private readonly numbers: readonly number[],
		private readonly types: readonly number[],
	) {
		let total = 0;
		for (const number of numbers) for (const type of types) total += cells.count(day, number, type);
		this.total = total;
	}

	open(): OpenDay<RawLine> {
		const spread = this.filledCells();
		// The same for every filter: it decides the times.
		const parts = Math.min(1440, Math.max(1, Math.round(this.cells.rowsPerDay / LINES_PER_PART)));
		const { day } = this;
		return {
			parts,
			before: (part) => spread.reduce((sum, cell) => sum + reached(cell, part / parts), 0),
			lines: (part) => {
				const lines: RawLine[] = [];
				for (const cell of spread) {
					const first = reached(cell, part / parts);
					const end = reached(cell, (part + 1) / parts);
					for (let place = first; place < end; place++)
						lines.push(lineAt(day, cell, place, first, part, parts));
				}
				return lines.sort(inOrder);
			},
		};
	}

	private filledCells(): FilledCell[] {
		const filled: FilledCell[] = [];
		for (const number of this.numbers) {
			for (const type of this.types) {
				const count = this.cells.count(this.day, number, type);
				const state = this.cells.state(this.day, number, type);
				if (count > 0) filled.push({ number, type, count, state, phase: fraction(mix(state, 2)) });
			}
		}
		return filled;
	}
}

interface FilledCell {
	readonly number: number;
	readonly type: number;
	readonly count: number;
	readonly state: number;
	/** Shifts the even spread over the day, so that sparse cells do not all fall into the last part. */
	readonly phase: number;
}

/** Lines of a cell up to a share of the day: evenly spread, so that it can be computed for any part at once. */
function reached(cell: FilledCell, share: number): number {
	return floor(cell.count * share + cell.phase);
}

function lineAt(
	day: number,
	cell: FilledCell,
	place: number,
	first: number,
	part: number,
	parts: number,
): RawLine {
	const isTwin = place % 2 === 1 && place > first && mix(cell.state, place) % 25 === 0;
	const sequence = isTwin ? place - 1 : place;
	const state = mix(mix(cell.state, 3), sequence);
	const second = floor(((part + fraction(mix(state, 1))) / parts) * SECONDS_PER_DAY);
	return { day, second, number: cell.number, type: cell.type, sequence, state };
}

function inOrder(a: RawLine, b: RawLine): number {
	return a.second - b.second || a.number - b.number || a.type - b.type || a.sequence - b.sequence;
}
