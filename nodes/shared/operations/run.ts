import type { IDataObject } from 'n8n-workflow';

import type { Clock } from '../../../connector/clock';
import type { Redact } from '../../../connector/errors';
import type { Observe } from '../../../connector/events';
import type { RowLimit } from '../../../connector/pages';
import type { FailedSlice } from '../../../connector/report';
import type { DateWindow, Slice } from '../../../connector/slices';
import type { Parameters } from '../parameters/parameters';

/** The parameters that name a slice, besides its dates. */
export type SliceScope = (slice: Slice) => IDataObject;

/** One operation for one input item: what it may use. */
export interface Run<Api> {
	readonly api: Api;
	readonly parameters: Parameters;
	readonly limit: RowLimit;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	readonly observe: Observe;
	/** For what the platform says of a failure and goes into a row: everything else passes it anyway. */
	readonly redact: Redact;
	/**
	 * The days to load, from Date Range and what belongs to it; undefined when there are none.
	 *
	 * @param scope everything that makes "since last run" another report: fields, filters
	 * @throws {ParameterError}
	 */
	readonly window: (scope: unknown) => DateWindow | undefined;
	/** Collects a failed slice for the second output; undefined when the first failure stops the node. */
	readonly onFailedSlice: ((failure: FailedSlice, scope: SliceScope) => void) | undefined;
}
