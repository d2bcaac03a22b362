import { runReport, type ReadSlice } from '../../../connector/report';
import type { Page } from '../../../connector/rows';
import type { Cuts, Slice } from '../../../connector/slices';
import type { Run, SliceScope } from '../operations/run';

export interface ReportPlan {
	readonly slices: readonly Slice[];
	readonly read: ReadSlice;
	readonly cuts: Cuts;
	/** Names a slice that failed. */
	readonly scope: SliceScope;
	readonly maxConcurrency: number;
	readonly holdRows: number;
	readonly addSliceColumns: boolean;
}

/** Columns that tell which part of a report a row came with. */
export const SLICE_COLUMNS = ['_dateFrom', '_dateTo'] as const;

/** The rows of a planned report for one input item. */
export function reportPages<Api>(run: Run<Api>, plan: ReportPlan): AsyncIterable<Page> {
	const { limit, observe, signal, onFailedSlice } = run;
	const { slices, cuts, holdRows, scope } = plan;
	return runReport(slices, {
		read: plan.addSliceColumns
			? (slice, ...rest) => withSliceColumns(plan.read(slice, ...rest), slice)
			: plan.read,
		cuts,
		holdRows,
		maxConcurrency: plan.maxConcurrency,
		limit,
		onFailedSlice:
			onFailedSlice &&
			((failure) => {
				onFailedSlice(failure, scope);
			}),
		observe,
		signal,
	});
}

/** The planned window, not that of a half: a destination replaces what it can name again on the next run. */
async function* withSliceColumns(pages: AsyncIterable<Page>, { planned }: Slice): AsyncGenerator<Page> {
	const [from, to] = SLICE_COLUMNS;
	const columns = { [from]: planned?.dateFrom ?? null, [to]: planned?.dateTo ?? null };
	for await (const page of pages) yield page.map((row) => ({ ...row, ...columns }));
}
