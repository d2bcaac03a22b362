import type { Placement } from '../placements';
import { TARGET_EVENTS } from '../target-events';

import { aggregatedRows, type AggregatedQuery, type AggregatedRow } from './aggregated-rows';
import { Cells, INTERACTION_TYPES, RawDay } from './cells';
import { pathColumns, projection, rawColumns, type Column, type Row } from './columns';
import { Listing, type Day } from './listing';
import { PathDay, type PathFilter } from './path-lines';

export interface RawQuery {
	readonly fromDay: number;
	readonly toDay: number;
	readonly fields: readonly string[];
	/** Without: all of them. */
	readonly interactionTypes?: readonly string[];
	/** Without: all of them, and the rows that have none. */
	readonly numbers?: readonly number[];
}

export interface PathQuery extends PathFilter {
	readonly fromDay: number;
	readonly toDay: number;
	readonly fields: readonly string[];
}

/** Rows of a report, any stretch of which can be made without what lies before it. */
export interface Report {
	readonly total: number;
	read(offset?: number, limit?: number): Iterable<Row>;
}

/** Target events against interactions. */
const EVENTS_PER_ROW = 0.05;

/** What is true in this project. Endpoints, files and tests read it from here and nowhere else. */
export class Truth {
	private readonly cells: Cells;
	private readonly rawColumns;
	private readonly pathColumns;

	constructor(
		private readonly placements: readonly Placement[],
		private readonly seed: number,
		private readonly rowsPerCell: number,
	) {
		this.cells = new Cells(placements, seed, rowsPerCell);
		this.rawColumns = rawColumns(placements);
		this.pathColumns = pathColumns(placements);
	}

	raw(query: RawQuery): Report {
		const numbers = query.numbers ?? [0, ...this.placements.map(({ number }) => number)];
		// Types that are not known here have no rows: the list of 4.1 is incomplete.
		const types = [...INTERACTION_TYPES.keys()].filter(
			(type) => query.interactionTypes?.includes(INTERACTION_TYPES[type]!) ?? true,
		);
		const days = eachDay(query, (day) => new RawDay(this.cells, day, numbers, types));
		return report(days, this.rawColumns, query.fields);
	}

	path(query: PathQuery): Report {
		const source = {
			seed: this.seed,
			events: TARGET_EVENTS,
			placements: this.placements.length,
			eventsPerDay: this.rowsPerCell * this.placements.length * EVENTS_PER_ROW,
		};
		const days = eachDay(query, (day) => new PathDay(source, day, query));
		return report(days, this.pathColumns, query.fields);
	}

	aggregated(query: Omit<AggregatedQuery, 'numbers'> & { numbers?: readonly number[] }): AggregatedRow[] {
		const numbers = query.numbers ?? this.placements.map(({ number }) => number);
		return aggregatedRows(this.cells, { ...query, numbers });
	}
}

function eachDay<Line>(
	{ fromDay, toDay }: { fromDay: number; toDay: number },
	make: (day: number) => Day<Line>,
): Day<Line>[] {
	return Array.from({ length: Math.max(0, toDay - fromDay + 1) }, (_, index) => make(fromDay + index));
}

function report<Line>(
	days: readonly Day<Line>[],
	columns: Readonly<Record<string, Column<Line>>>,
	fields: readonly string[],
): Report {
	const listing = new Listing(days);
	const project = projection(columns, fields);
	return {
		total: listing.total,
		*read(offset, limit) {
			for (const line of listing.read(offset, limit)) yield project(line);
		},
	};
}
