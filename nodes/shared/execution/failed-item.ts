import type { INodeExecutionData } from 'n8n-workflow';

import { toNodeError, type NodeError } from '../errors/node-error';
import type { Execution } from './execution';

/** What an input item failed with, as n8n shows it. */
export function nodeErrorOf<Api>(
	{ node, platform, redact, tally }: Execution<Api>,
	error: unknown,
	itemIndex: number,
): NodeError {
	const { advice } = platform;
	return toNodeError(error, { node: node.getNode(), itemIndex, redact, advice, rows: tally.rows });
}

/**
 * Exactly these two keys and no `error` beside `json`: the one form with details that every line of n8n routes to the
 * Error output and leaves as it is.
 */
export function errorItem({ message, description, context }: NodeError, item: number): INodeExecutionData {
	const { kind, status, retryAfterMs, requestId, inDoubt } = context;
	const details = Object.entries<unknown>({
		...{ kind, message, description, status, retryAfterMs, requestId, inDoubt },
	});
	const error = Object.fromEntries(details.filter(([, value]) => value !== undefined && value !== null));
	return { json: { message, error: error }, pairedItem: { item } };
}
