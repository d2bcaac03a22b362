import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { CancelledError } from '../../../connector/errors';
import { forAgent, toNodeError, type NodeError } from '../errors/node-error';
import { plural } from '../parameters/shown';
import { isTool } from '../parameters/tool';
import type { Platform } from '../platform/platform';
import { processPorts, type Ports } from '../platform/ports';
import { Execution } from './execution';
import { findOperation } from './find-operation';
import { noteItems, tellHints } from './hints';
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
	if (!isTool(node.getNode())) return runItems(node, platform, ports);
	return runItems(node, platform, ports).catch((error: unknown) => {
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
				tally.remark(
					`${plural(dropped, 'row')} of input item ${itemIndex} had arrived before its error and were dropped.`,
				);
		}
	}
	execution.cursors.save();
	tellHints(execution);
	if (isTool(node.getNode())) rows.push(...noteItems(execution));
	return execution.hasSliceOutput ? [rows, failedSlices] : [rows];
}

/**
 * Exactly these two keys and no `error` beside `json`: the one form with details that every line of n8n routes to the
 * Error output and leaves as it is.
 */
function errorItem({ message, description, context }: NodeError, item: number): INodeExecutionData {
	const { kind, status, retryAfterMs, requestId } = context;
	const details = Object.entries<unknown>({ kind, message, description, status, retryAfterMs, requestId });
	const error = Object.fromEntries(details.filter(([, value]) => value !== undefined && value !== null));
	return { json: { message, error: error }, pairedItem: { item } };
}
