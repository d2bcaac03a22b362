import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { unlessAborted } from '../../../connector/clock';
import { CancelledError } from '../../../connector/errors';
import { forAgent } from '../errors/node-error';
import type { ItemOperation } from '../operations/operation';
import { plural } from '../parameters/shown';
import { isTool } from '../parameters/tool';
import { asAuthenticated } from '../platform/authentication';
import type { Platform } from '../platform/platform';
import { processPorts, type Ports } from '../platform/ports';
import { Execution } from './execution';
import { errorItem, nodeErrorOf } from './failed-item';
import { findOperation, takesAll } from './find-operation';
import { noteItems, tellHints } from './hints';
import { runBatch } from './run-batch';
import { runItem } from './run-item';

/**
 * What `execute` of every node does: runs the chosen operation for each input item, and puts rows, failed slices and
 * errors where the node's settings want them.
 */
export async function runNode<Api>(
	node: IExecuteFunctions,
	platform: Platform<Api>,
	ports: Ports = processPorts,
): Promise<INodeExecutionData[][]> {
	const items = runItems(node, asAuthenticated(platform, node.getNode()), ports);
	if (!isTool(node.getNode())) return items;
	return items.catch((error: unknown) => {
		throw error instanceof NodeApiError || error instanceof NodeOperationError ? forAgent(error) : error;
	});
}

async function runItems<Api>(
	node: IExecuteFunctions,
	platform: Platform<Api>,
	ports: Ports,
): Promise<INodeExecutionData[][]> {
	const operation = findOperation(node, platform);
	const execution = new Execution(node, platform, operation, ports);
	if (operation.gives === 'batch') await runBatch(execution, operation);
	else for (const itemIndex of runsOf(node, operation)) await runOne(execution, operation, itemIndex);
	execution.cursors.save();
	tellHints(execution);
	const { rows, failedSlices } = execution;
	if (isTool(node.getNode())) rows.push(...noteItems(execution));
	return execution.hasSliceOutput ? [rows, failedSlices] : [rows];
}

/** The input items for which it runs. */
function runsOf<Api>(node: IExecuteFunctions, operation: ItemOperation<Api>): Iterable<number> {
	const items = node.getInputData();
	return items.length > 0 && takesAll(node, operation) ? [0] : items.keys();
}

async function runOne<Api>(
	execution: Execution<Api>,
	operation: ItemOperation<Api>,
	itemIndex: number,
): Promise<void> {
	const { node, rows, failedSlices, tally, signal } = execution;
	const before = rows.length;
	const failedBefore = failedSlices.length;
	const arrivedBefore = tally.rows;
	try {
		// Whatever is under way ends by the same signal; a stopped execution does not wait for it.
		await unlessAborted(runItem(execution, operation, itemIndex), signal);
	} catch (error) {
		const nodeError = nodeErrorOf(execution, error, itemIndex);
		if (error instanceof CancelledError || !node.continueOnFail()) throw nodeError;
		const dropped = tally.rows - arrivedBefore;
		// Beside its error, half of an item's rows would look like all of them.
		rows.length = before;
		tally.failedSlices -= failedSlices.length - failedBefore;
		failedSlices.length = failedBefore;
		tally.rows = arrivedBefore;
		rows.push(errorItem(nodeError, itemIndex));
		if (dropped > 0)
			tally.remark(
				`${plural(dropped, 'row')} of input item ${itemIndex} had arrived before its error and were dropped.`,
			);
	}
}
