import type { INodeProperties } from 'n8n-workflow';

import type { ColumnSources, Page } from '../../../connector/rows';
import type { BatchRun, Outcome } from './batch';
import type { Run } from './run';

/**
 * Tells something of an operation by the parameters of an input item: by texts, empty where an expression gives something
 * else.
 */
type ByParameters = (text: (name: string) => string) => boolean;

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
	readonly writes?: true | ByParameters;
	/** What it adds to the Options collection. */
	readonly options?: readonly INodeProperties[];
	/** What it did, where "Loaded 1 row" does not say it. */
	readonly result?: Result;
}

/** "Created 2 campaigns": what the hint under the rows begins with. */
export interface Result {
	readonly did: string;
	readonly one: string;
	readonly many: string;
}

/** Gives one item per input item, or a few that nobody would want to limit. */
export interface SingleOperation<Api> extends OperationText {
	readonly gives: 'items';
	/** All input items make one thing: it runs once for all of them, and with the parameters of the first. */
	readonly takesAll?: ByParameters;
	readonly rows: (run: Run<Api>) => AsyncIterable<Page>;
}

/** Gives a list: Return All and Limit are added to its parameters. */
export interface ListOperation<Api> extends OperationText {
	readonly gives: 'list';
	/** `false`: one that is for having it whole, so Return All is on by default, as in a report. */
	readonly manyRows?: false;
	readonly rows: (run: Run<Api>) => AsyncIterable<Page>;
}

/** Gives a report: a list that may also go into files and may lose single slices. */
export interface ReportOperation<Api> extends OperationText {
	readonly gives: 'report';
	readonly rows: (run: Run<Api>) => AsyncIterable<Page>;
	/** Rows by the million, so that Return All is off unless somebody switches it on. */
	readonly manyRows?: true;
	/** By parameter, the values with which everything is loaded, so that there is no limit to set. */
	readonly everythingWith?: Readonly<Record<string, readonly string[]>>;
	/** Columns of a CSV file, as far as they are known before the rows. */
	readonly columns: (run: Run<Api>) => ColumnSources;
}

/** Takes all input items at once, for platforms that do: each of them gets its own answer, or its own error. */
export interface BatchOperation<Api> extends OperationText {
	readonly gives: 'batch';
	/** What became of the input items, each told once, in any order. What it throws is the fate of all others. */
	readonly outcomes: (run: BatchRun<Api>) => AsyncIterable<readonly Outcome[]>;
}

/** Runs once for each input item. */
export type ItemOperation<Api> = SingleOperation<Api> | ListOperation<Api> | ReportOperation<Api>;

export type Operation<Api> = ItemOperation<Api> | BatchOperation<Api>;

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
		description: description ?? `Get many ${many}, one row each`,
		action: `Get many ${many}`,
		gives: 'list',
		...own,
	};
}

/** What an operation did with each of its rows. */
export function resultOf<Api>({ result, gives, writes }: Operation<Api>): Result {
	if (result !== undefined) return result;
	if (writes === true) return { did: 'Made', one: 'change', many: 'changes' };
	return gives === 'items'
		? { did: 'Loaded', one: 'item', many: 'items' }
		: { did: 'Loaded', one: 'row', many: 'rows' };
}
