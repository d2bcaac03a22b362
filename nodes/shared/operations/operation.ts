import type { INodeProperties } from 'n8n-workflow';

import type { ColumnSources, Page } from '../../../connector/rows';
import type { Run } from './run';

/** Tells by the parameters of an input item whether it changes something. */
type WritesWhen = (parameter: (name: string) => unknown) => boolean;

interface OperationText {
	/** Its name in the dropdown. */
	readonly name: string;
	readonly value: string;
	readonly description: string;
	/** The sentence that n8n shows in its list of actions. */
	readonly action: string;
	/** Parameters that only this operation has, without display options for resource and operation. */
	readonly fields: readonly INodeProperties[];
	/** It changes something at the platform, so nobody may run it twice unasked. */
	readonly writes?: true | WritesWhen;
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
	/** Columns of a CSV file, as far as they are known before the rows. */
	readonly columns: (run: Run<Api>) => ColumnSources;
}

export type Operation<Api> = SingleOperation<Api> | ListOperation<Api> | ReportOperation<Api>;

export interface Resource<Api> {
	readonly name: string;
	readonly value: string;
	readonly operations: readonly Operation<Api>[];
	/** What most users come for, where that is not the first in the alphabet. */
	readonly isDefault?: true;
	readonly defaultOperation?: string;
}

/** What a list does, besides being Get Many. */
export type OwnList<Api> = Pick<ListOperation<Api>, 'fields' | 'options' | 'rows'> & {
	/** Where it says more than what there are many of. */
	readonly description?: string;
};

/** Get Many. @param many what it gives, in the middle of a sentence */
export function getMany<Api>(many: string, { description, ...own }: OwnList<Api>): ListOperation<Api> {
	return {
		name: 'Get Many',
		value: 'getAll',
		description: description ?? `Get many ${many}`,
		action: `Get many ${many}`,
		gives: 'list',
		...own,
	};
}
