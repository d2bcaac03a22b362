import type { Clock } from '../../../connector/clock';
import type { Page, Row } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import { daysOf } from '../slices/calendar';

/** How a platform serves one slice: its pages, each after a while, then the end or a failure. */
export interface Reading {
	readonly pages: readonly Page[];
	readonly failure?: Error;
	/** Milliseconds before each page, and before the failure. */
	readonly latencyMs?: number;
}

/** "2024-01-01..2024-01-07/a,b" */
export function nameOf({ window, ids }: Slice): string {
	const days = window === undefined ? '' : `${window.dateFrom}..${window.dateTo}/`;
	return days + (ids?.join(',') ?? '');
}

/** One row per day and id, by day and in the order of the ids. */
export function rowsOf({ window, ids }: Slice): Row[] {
	return daysOf(window!).flatMap((day) => ids!.map((id) => ({ day, id })));
}

/** Rows in pages of a size. */
export function paged(rows: readonly Row[], size: number): Page[] {
	return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
		rows.slice(index * size, (index + 1) * size),
	);
}

/** Reads slices from an imagined platform and writes down what happens to them. */
export class Reader {
	/** Slices in the order in which their reading began, a repeat included. */
	readonly started: string[] = [];
	/** Slices whose reading is over, one way or the other. */
	readonly closed: string[] = [];
	/** Rows that were read of each slice. */
	readonly rowsRead = new Map<string, number>();
	/** Most readings that were open at once. */
	peak = 0;

	constructor(
		private readonly clock: Clock,
		private readonly reading: (slice: Slice) => Reading,
	) {}

	readonly read = (slice: Slice, signal: AbortSignal): AsyncIterable<Page> => this.pages(slice, signal);

	get open(): string[] {
		const left = [...this.started];
		for (const name of this.closed) left.splice(left.indexOf(name), 1);
		return left;
	}

	private async *pages(slice: Slice, signal: AbortSignal): AsyncGenerator<Page> {
		const name = nameOf(slice);
		this.started.push(name);
		this.peak = Math.max(this.peak, this.open.length);
		try {
			const { pages, failure, latencyMs = 0 } = this.reading(slice);
			for (const page of pages) {
				await this.clock.sleep(latencyMs, signal);
				this.rowsRead.set(name, (this.rowsRead.get(name) ?? 0) + page.length);
				yield page;
			}
			if (failure === undefined) return;
			await this.clock.sleep(latencyMs, signal);
			throw failure;
		} finally {
			this.closed.push(name);
		}
	}
}
