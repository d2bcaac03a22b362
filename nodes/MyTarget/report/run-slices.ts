import type { ReadSlice } from '../../../connector/report';
import type { Page, Row } from '../../../connector/rows';
import type { Cuts, Slice } from '../../../connector/slices';
import { reportPages } from '../../shared/report/report-pages';
import type { Run } from '../../shared/operations/run';
import type { MyTargetApi, SliceCall } from '../api';
import { HOLD_ROWS } from '../limits';
import { isolatingDeadIds } from './dead-ids';
import { reportScope } from './plan';
import type { ReportRequest } from './request';
import { SilentIds } from './silent-ids';

export interface SliceAnswer {
	readonly rows: readonly Row[];
	/** Objects that the answer has, with rows or without. */
	readonly ids: readonly (string | number)[];
}

export interface SliceRun {
	readonly operation: string;
	readonly request: ReportRequest;
	readonly slices: readonly Slice[];
	readonly cuts: Cuts;
	/** One request. */
	readonly load: (slice: Slice, call: SliceCall) => Promise<SliceAnswer>;
}

/** Rows of statistics that come in one answer per slice. */
export async function* runSlices(run: Run<MyTargetApi>, parts: SliceRun): AsyncGenerator<Page> {
	const { operation, request, slices, cuts, load } = parts;
	const silent = new SilentIds();
	const scope = reportScope(operation, request);
	const read: ReadSlice = async function* (slice, signal, canSplit): AsyncGenerator<Page> {
		const { rows, ids } = await load(slice, { signal, canSplit });
		silent.see(slice, ids);
		yield rows;
	};
	yield* reportPages(run, {
		slices,
		read: isolatingDeadIds(read, run, scope),
		cuts,
		scope,
		maxConcurrency: request.maxConcurrency,
		holdRows: HOLD_ROWS,
		addSliceColumns: run.parameters.optionFlag('addSliceColumns'),
	});
	silent.tell(run);
}
