import { SECONDS_PER_DAY } from '../../frame/calendar';
import { fraction, mix } from '../../frame/hash';

import type { Cells } from './cells';
import type { Day, OpenDay } from './listing';

// A global is slow to look up under jest; see `hash.ts`.
const { floor } = Math;

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
