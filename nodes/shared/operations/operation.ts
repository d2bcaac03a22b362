import type { INodeProperties } from 'n8n-workflow';

import type { Page } from '../../../connector/rows';
import type { Run } from '../items/run';

interface OperationText {
	/** Its name in the dropdown. */
	readonly name: string;
	readonly value: string;
	readonly description: string;
	/** The sentence that n8n shows in its list of actions. */
	readonly action: string;
	/** Parameters that only this operation has, without display options for resource and operation. */
	readonly fields: readonly INodeProperties[];
	/** What it adds to the Options collection. */
	readonly options?: readonly INodeProperties[];
}

/** Gives one item per input item, or a few that nobody would want to limit. */
export interface SingleOperation<Api> extends OperationText {
	readonly gives: 'items';
	readonly rows: (run: Run<Api>) => AsyncIterable<Page>;
}

/** Gives a list: Return All and Limit are added to its parameters. */
export interface ListOperation<Api> extends OperationText {
	readonly gives: 'list';
	readonly rows: (run: Run<Api>) => AsyncIterable<Page>;
}

/** Gives a report: a list that may also go into files and may lose single slices. */
export interface ReportOperation<Api> extends OperationText {
	readonly gives: 'report';
	readonly rows: (run: Run<Api>) => AsyncIterable<Page>;
	/** Columns of a CSV file in their order, as far as the parameters tell. */
	readonly columns: (run: Run<Api>) => readonly string[];
}

export type Operation<Api> = SingleOperation<Api> | ListOperation<Api> | ReportOperation<Api>;

export interface Resource<Api> {
	readonly name: string;
	readonly value: string;
	readonly operations: readonly Operation<Api>[];
}
