import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { FailedSlice, ReadSlice } from '../../../connector/report';
import type { ColumnSources, Page } from '../../../connector/rows';
import type { Observe } from '../../../connector/events';
import type { IdGroup, Slice, Slices } from '../../../connector/slices';
import type { ReportOperation, SingleOperation } from '../operations/operation';
import type { Run } from '../operations/run';
import type { Parameters } from '../parameters/parameters';
import type { LoadSettings, ReportLimits, SliceSizes } from './limits';
import type { AskedWindow } from './period';

/** Whether the period may be cut between days: only where every row carries its own. */
type Cut = 'cut' | 'whole';

/**
 * A report of a platform: what it is asked with, and how one slice of it is read. Everything else about it is the same
 * for all reports.
 */
export interface ReportDeclaration<Api, Request> {
	/** The operation that loads it, as failed slices name it. */
	readonly operation: string;
	/** Its own parameters, the date fields at their place among them. */
	readonly fields: readonly INodeProperties[];
	/** What it adds to the Options collection. */
	readonly options?: readonly INodeProperties[];
	/** The same of what says how rows look, which a plan does not ask for. */
	readonly rowFields?: readonly INodeProperties[];
	readonly rowOptions?: readonly INodeProperties[];
	/** `none`: it has no dates. */
	readonly dates: 'none' | ((request: Request) => Cut);
	/** Why the day that is not over cannot be asked for, as the end of a sentence: Today is not offered then. */
	readonly daysOverOnly?: string;
	/** Rows by the million, as raw data has them: Return All is off unless somebody switches it on. */
	readonly manyRows?: true;
	readonly limits: ReportLimits;
	/** Checks everything that it is asked with, before any request. @throws {ParameterError} */
	readonly request: (parameters: Parameters, observe: Observe) => Request;
	/**
	 * What of it makes the report another one for Since Last Run: not its dates, not how rows are asked for or look. Lists
	 * are sets. The whole request where this is absent.
	 */
	readonly identity?: (request: Request) => unknown;
	/** Refuses days that the platform does not have, or tells them. @throws {ParameterError} */
	readonly refuse?: (window: AskedWindow, request: Request, run: Run<Api>) => void;
	/** The ids that the slices have; undefined for a report that is not filtered by ids, none for nothing to load. */
	readonly ids?: (run: Run<Api>, request: Request) => Promise<readonly string[] | undefined>;
	/** Values of a dimension of which a request takes one only. */
	readonly variants?: (request: Request) => readonly string[] | undefined;
	/** In place of both where each variant has ids of its own. None for nothing to load. */
	readonly groups?: (run: Run<Api>, request: Request) => Promise<readonly IdGroup[]>;
	/** Smaller slices where no more than so many rows are wanted. */
	readonly sizesForLimit?: (sizes: SliceSizes, rows: number, request: Request, days: number) => SliceSizes;
	/** Names a slice in the node's parameters, besides its dates. */
	readonly scope: (slice: Slice, request: Request) => IDataObject;
	/** Makes the reader of slices, once there are some. */
	readonly read: (loading: Loading<Api>, request: Request) => ReadSlice | Promise<ReadSlice>;
	/** Columns of a file, as far as they are known before the rows. */
	readonly columns: (request: Request, run: Run<Api>) => ColumnSources;
	/** Has a look at a report that came without a row. */
	readonly whenEmpty?: (run: Run<Api>, request: Request) => Promise<void>;
}

/** What a reader of slices may use. */
export interface Loading<Api> extends Omit<Run<Api>, 'onFailedSlice'>, LoadSettings {
	/** Collects a part that failed; undefined when the first failure stops the node. */
	readonly onFailedSlice: ((failure: FailedSlice) => void) | undefined;
	/** Notes which ids of a slice its answer mentions; those that no answer did are told in the end. */
	readonly answered: (slice: Slice, ids: readonly (string | number)[]) => void;
}

/** How the editor shows an operation. */
export interface OperationText {
	readonly name: string;
	readonly description: string;
	readonly action: string;
}

export interface Report<Api, Request> {
	/** The operation that loads it. */
	readonly load: (text: OperationText) => ReportOperation<Api>;
	/** The operation that gives its slices and asks for no rows. */
	readonly plan: (text: Omit<OperationText, 'name'>) => SingleOperation<Api>;
	/** Another operation upon its slices, with the parameters of a plan. */
	readonly onSlices: (
		text: OperationText & Pick<SingleOperation<Api>, 'value' | 'writes'>,
		rows: (run: Run<Api>, planned: Planned<Request>) => AsyncIterable<Page> | Iterable<Page>,
	) => SingleOperation<Api>;
}

interface Planned<Request> {
	readonly request: Request;
	readonly slices: Slices;
	/** A slice in the parameters of the operation that loads it. */
	readonly itemOf: (slice: Slice) => IDataObject;
}
