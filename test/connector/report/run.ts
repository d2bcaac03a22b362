import { RequestInvalidError, TimeoutError } from '../../../connector/errors';
import type { ConnectorEvent } from '../../../connector/events';
import { noLimit } from '../../../connector/pages';
import { runReport, type FailedSlice, type ReportParts } from '../../../connector/report';
import type { Page } from '../../../connector/rows';
import { planSlices, type Slice, type Slices } from '../../../connector/slices';
import { nameOf, type Reader } from './reader';

/** The platform took too long, so a smaller slice is worth a try. */
export const tooLarge = () => new TimeoutError('The platform took too long.', { splittable: true });

/** The platform does not want this, whatever its size. */
export const refused = () => new RequestInvalidError('The platform knows no such field.', { status: 400 });

/** Slices of one id and one day each. */
export function idSlices(...ids: readonly string[]): Slice[] {
	const window = { dateFrom: '2024-01-01', dateTo: '2024-01-01' };
	return [...planSlices({ window, daysPerSlice: 0, ids, idsPerSlice: 1 })];
}

/** One slice of a few days of January 2024 with some ids. */
export function wholeSlice(days: number, ...ids: readonly string[]): Slice[] {
	const window = { dateFrom: '2024-01-01', dateTo: `2024-01-${String(days).padStart(2, '0')}` };
	return [...planSlices({ window, daysPerSlice: 0, ids, idsPerSlice: 0 })];
}

export interface Running {
	readonly pages: AsyncGenerator<Page>;
	readonly events: ConnectorEvent[];
	/** "slice: kind, rows delivered" of each failed slice, when they are collected. */
	readonly failed: string[];
}

/** A report that may be split anywhere, has no limit and stops at the first failure, but for what is changed. */
export function run(
	slices: Slices,
	reader: Reader,
	changes: Partial<ReportParts> & { readonly collect?: boolean } = {},
): Running {
	const { collect, ...parts } = changes;
	const events: ConnectorEvent[] = [];
	const failed: string[] = [];
	const onFailedSlice = ({ slice, error, rowsDelivered }: FailedSlice) => {
		failed.push(`${nameOf(slice)}: ${error.kind}, ${String(rowsDelivered)}`);
	};
	const pages = runReport(slices, {
		read: reader.read,
		cuts: { days: true, ids: true },
		maxConcurrency: 1,
		holdRows: 100,
		ordersAhead: 0,
		limit: noLimit(),
		onFailedSlice: collect === true ? onFailedSlice : undefined,
		observe: (event) => events.push(event),
		signal: new AbortController().signal,
		...parts,
	});
	return { pages, events, failed };
}
