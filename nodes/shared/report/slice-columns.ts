import type { INodeProperties } from 'n8n-workflow';

import type { ReadSlice } from '../../../connector/report';
import type { ColumnSources } from '../../../connector/rows';

/** Columns that tell which part of a report a row came with. */
const SLICE_COLUMNS = ['_dateFrom', '_dateTo'] as const;

export const addSliceColumnsOption: INodeProperties = {
	displayName: 'Add Slice Columns',
	name: 'addSliceColumns',
	type: 'boolean',
	default: false,
	description:
		'Whether to add _dateFrom and _dateTo to each row, the days of the request that it came with, so that a destination can replace its rows part by part',
};

/** The planned window, not that of a half: a destination replaces what it can name again on the next run. */
export function withSliceColumns(read: ReadSlice): ReadSlice {
	return async function* (slice, ...rest) {
		const [from, to] = SLICE_COLUMNS;
		const columns = { [from]: slice.planned?.dateFrom ?? null, [to]: slice.planned?.dateTo ?? null };
		for await (const page of read(slice, ...rest)) yield page.map((row) => ({ ...row, ...columns }));
	};
}

export function andSliceColumns({ requested, known }: ColumnSources): ColumnSources {
	return {
		...(requested === undefined ? {} : { requested: [...requested, ...SLICE_COLUMNS] }),
		...(known === undefined ? {} : { known: [...known, ...SLICE_COLUMNS] }),
	};
}
