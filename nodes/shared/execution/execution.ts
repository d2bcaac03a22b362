import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { createRedactor, type Redact } from '../../../connector/errors';
import type { ConnectorEvent } from '../../../connector/events';
import type { RowLimit } from '../../../connector/pages';
import type { FailedSlice } from '../../../connector/report';
import { RetryBudget } from '../../../connector/retry';
import { operationParameters } from '../operations/describe';
import { resultOf, type Operation } from '../operations/operation';
import type { OpenedApi } from '../platform/open-api';
import type { Platform } from '../platform/platform';
import type { Ports } from '../platform/ports';
import { Parameters } from '../parameters/parameters';
import { isTool } from '../parameters/tool';
import { Once } from './once';
import { Progress } from './progress';
import { StoredCursors } from '../report/cursor';
import { Tally } from './tally';

/** What all input items of one execution of a node share. */
export class Execution<Api> {
	readonly tally: Tally;
	readonly retryBudget = new RetryBudget();
	readonly once = new Once();
	/** By credential and request options. */
	readonly opened = new Map<string, OpenedApi<Api>>();
	/** Limits that cut something off. */
	readonly limitsReached = new Set<number>();
	readonly rows: INodeExecutionData[] = [];
	readonly failedSlices: INodeExecutionData[] = [];
	readonly cursors: StoredCursors;
	readonly signal: AbortSignal;
	/** The operation's parameters, for the names that the editor shows. */
	readonly properties: readonly INodeProperties[];
	/** The node has the second output. Read once, since the number of outputs cannot differ from item to item. */
	readonly hasSliceOutput: boolean;
	/** Failed slices are collected rather than thrown. */
	readonly collectsFailedSlices: boolean;
	private readonly progress: Progress;
	/** As the accounts gave them: a token that is renewed on the way joins its list later. */
	private readonly secrets: (readonly string[])[] = [];

	constructor(
		readonly node: IExecuteFunctions,
		readonly platform: Platform<Api>,
		readonly operation: Operation<Api>,
		readonly ports: Ports,
	) {
		const options = node.getNodeParameter('options', 0, {}) as { readonly onSliceFailure?: unknown };
		this.properties = operationParameters(operation, platform.defaults);
		this.signal = node.getExecutionCancelSignal() ?? new AbortController().signal;
		this.tally = new Tally(resultOf(operation));
		const credential = node.getNode().credentials?.[platform.credentialType];
		const owner = [credential?.id ?? credential?.name, operation.value];
		this.cursors = new StoredCursors(node, ports.clock, owner);
		this.progress = new Progress(node, ports.clock, this.tally, this.redact);
		this.hasSliceOutput = operation.gives === 'report' && options.onSliceFailure === 'continue';
		// An agent sees the first output only, so a second one would hide from it what is missing.
		this.collectsFailedSlices = this.hasSliceOutput && !isTool(node.getNode());
	}

	/** Those of one input item. */
	parameters(itemIndex: number): Parameters {
		return new Parameters(
			(name, fallback) => this.node.getNodeParameter(name, itemIndex, fallback),
			this.properties,
		);
	}

	/**
	 * Takes the rows of a failed slice out of the output again: the slice is fed back as a whole, and then they would
	 * be there twice. They are the last ones, since slices are handed on one after another. Later slices take their places.
	 */
	takeBack(failure: FailedSlice, limit: RowLimit): FailedSlice {
		this.rows.length -= failure.rowsDelivered;
		this.tally.rows -= failure.rowsDelivered;
		limit.giveBack(failure.rowsDelivered);
		return { ...failure, rowsDelivered: 0 };
	}

	readonly observe = (event: ConnectorEvent): void => {
		this.tally.count(event);
		this.progress.see(event);
	};

	readonly redact: Redact = (text) =>
		createRedactor([...new Set(this.secrets.flat())], this.platform.secretHeaders)(text);

	keepSecret(values: readonly string[]): void {
		this.secrets.push(values);
	}
}
