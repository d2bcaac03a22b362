import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { CancelledError } from '../../../connector/errors';
import { toNodeError, type NodeError } from '../errors/node-error';
import { Execution } from './execution';
import { findOperation } from './find-operation';
import { tellHints } from './hints';
import { runItem } from './run-item';
import type { Platform } from '../platform/platform';
import { processPorts, type Ports } from '../platform/ports';
import { plural } from '../parameters/shown';

/**
 * What `execute` of every node does: runs the chosen operation for each input item, and puts rows, failed slices and
 * errors where the node's settings want them.
 */
export async function runNode<Api>(
	node: IExecuteFunctions,
	platform: Platform<Api>,
	ports: Ports = processPorts,
): Promise<INodeExecutionData[][]> {
	const operation = findOperation(node, platform);
	const execution = new Execution(node, platform, operation, ports);
	const { rows, failedSlices, tally } = execution;
	for (const itemIndex of node.getInputData().keys()) {
		const before = rows.length;
		const failedBefore = failedSlices.length;
		const arrivedBefore = tally.rows;
		try {
			await runItem(execution, itemIndex);
		} catch (error) {
			const nodeError = toNodeError(error, {
				node: node.getNode(),
				itemIndex,
				redact: execution.redact,
				advice: platform.advice,
				rows: tally.rows,
			});
			if (error instanceof CancelledError || !node.continueOnFail()) throw nodeError;
			const dropped = tally.rows - arrivedBefore;
			// Beside its error, half of an item's rows would look like all of them.
			rows.length = before;
			tally.failedSlices -= failedSlices.length - failedBefore;
			failedSlices.length = failedBefore;
			tally.rows = arrivedBefore;
			rows.push(errorItem(nodeError, itemIndex));
			if (dropped > 0)
				tally.remarks.add(
					`${plural(dropped, 'row')} of input item ${itemIndex} had arrived before its error and were dropped.`,
				);
		}
	}
	execution.cursors.save();
	tellHints(node, operation, tally, rows.length, execution.redact);
	return execution.hasSliceOutput ? [rows, failedSlices] : [rows];
}

function errorItem(error: NodeError, item: number): INodeExecutionData {
	const { kind, retryAfterMs } = error.context;
	const json: IDataObject = { error: error.message, description: error.description ?? '' };
	if (typeof kind === 'string') json.kind = kind;
	if (typeof retryAfterMs === 'number') json.retryAfterMs = retryAfterMs;
	return { json, error, pairedItem: { item } };
}
