import type { INode } from 'n8n-workflow';

/** Whether an AI agent uses the node as a tool. n8n asks differently from line to line; the type's ending holds on all. */
export function isTool({ type }: Pick<INode, 'type'>): boolean {
	return type.endsWith('Tool');
}
