/** The lines of one day in their order, reachable by part. A line stands for a row of which no field is made yet. */
export interface OpenDay<Line> {
	readonly parts: number;
	/** Lines of the day before a part. */
	before(part: number): number;
	/** The lines of a part, in order. */
	lines(part: number): Iterable<Line>;
}

export interface Day<Line> {
	readonly total: number;
	open(): OpenDay<Line>;
}

/** All lines of a report. Any stretch can be read without what lies before it. */
export class Listing<Line> {
	readonly total: number;

	constructor(private readonly days: readonly Day<Line>[]) {
		this.total = days.reduce((sum, day) => sum + day.total, 0);
	}

	*read(offset = 0, limit = Infinity): Generator<Line, void> {
		let skip = offset;
		let left = limit;
		for (const day of this.days) {
			if (left <= 0) return;
			if (skip >= day.total) {
				skip -= day.total;
				continue;
			}
			for (const line of linesFrom(day.open(), skip)) {
				if (left-- <= 0) return;
				yield line;
			}
			skip = 0;
		}
	}
}

function* linesFrom<Line>(day: OpenDay<Line>, start: number): Generator<Line, void> {
	const first = partAt(day, start);
	let skip = start - day.before(first);
	for (let part = first; part < day.parts; part++) {
		for (const line of day.lines(part)) {
			if (skip > 0) skip--;
			else yield line;
		}
	}
}

/** The last part that begins at or before a line. */
function partAt<Line>(day: OpenDay<Line>, line: number): number {
	let low = 0;
	let high = day.parts - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (day.before(middle) <= line) low = middle;
		else high = middle - 1;
	}
	return low;
}
