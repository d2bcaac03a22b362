import type { IBinaryData, IDataObject } from 'n8n-workflow';

import type { Clock } from '../../../connector/clock';
import type { Redact } from '../../../connector/errors';
import type { Observe } from '../../../connector/events';
import type { RowLimit } from '../../../connector/pages';
import type { FailedSlice } from '../../../connector/report';
import type { Row } from '../../../connector/rows';
import type { DateWindow, Day, Slice } from '../../../connector/slices';
import type { ItemParts } from '../output/items';
import type { FindInputFile } from './input-file';
import type { Parameters } from '../parameters/parameters';

/** The parameters that name a slice, besides its dates. */
export type SliceScope = (slice: Slice) => IDataObject;

/** @param fileName absent where nobody has named it */
export type StoreFile = (
	chunks: AsyncIterable<Uint8Array>,
	fileName: string | undefined,
	mimeType: string,
) => Promise<IBinaryData>;

/** One operation for one input item: what it may use. */
export interface Run<Api> {
	readonly api: Api;
	readonly parameters: Parameters;
	readonly inputFile: FindInputFile;
	/** All input items, for an operation that takes them together. */
	readonly inputs: readonly { readonly json: IDataObject }[];
	/** Says what the item of a row has beside it, before the row is given. */
	readonly beside: (row: Row, parts: ItemParts) => void;
	/** Puts a file into n8n's binary store while it arrives. */
	readonly storeFile: StoreFile;
	readonly limit: RowLimit;
	readonly clock: Clock;
	/** The platform's, in which its days begin and end. */
	readonly timezone: string;
	readonly signal: AbortSignal;
	readonly observe: Observe;
	/** For what the platform says of a failure and goes into a row: everything else passes it anyway. */
	readonly redact: Redact;
	readonly cursors: Cursors;
	/** Told which days are loaded, once that is known: the name of a file says it. */
	readonly loads: (days: DateWindow) => void;
	/** Has something done once everything that the operation gave was handed on, and not if that failed. */
	readonly whenDelivered: (commit: () => void) => void;
	/** Collects a failed slice for the second output; undefined when the first failure stops the node. */
	readonly onFailedSlice: ((failure: FailedSlice, scope: SliceScope) => void) | undefined;
}

/** The last days that the node's reports delivered for one account, from one execution to the next. */
export interface Cursors {
	/** False when somebody tries the workflow by hand. */
	readonly areKept: boolean;
	/** @param report everything that makes it another report than the node's others */
	deliveredUntil(report: unknown): Day | undefined;
	/** Counts when the node has handed on everything. */
	move(report: unknown, until: Day): void;
}
