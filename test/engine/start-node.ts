import type { INode, Workflow } from 'n8n-workflow';

import type { RunOptions } from './run-options';

const manualTrigger = 'n8n-nodes-base.manualTrigger';

function isTrigger(workflow: Workflow, node: INode): boolean {
	return workflow.nodeTypes
		.getByNameAndVersion(node.type, node.typeVersion)
		.description.group.includes('trigger');
}

/** @throws Error when there is no such node */
export function startNodeOf(workflow: Workflow, { startNode, mode }: RunOptions): INode {
	if (startNode !== undefined) {
		const node = workflow.getNode(startNode);
		if (node === null) throw new Error(`startNode: the workflow has no node "${startNode}"`);
		return node;
	}
	const nodes = Object.values(workflow.nodes).filter(({ disabled }) => disabled !== true);
	const triggers = nodes.filter((node) => isTrigger(workflow, node));
	const wantsManual = mode !== 'trigger';
	const found =
		triggers.find(({ type }) => (type === manualTrigger) === wantsManual) ??
		triggers[0] ??
		nodes.find(({ name }) => workflow.getParentNodes(name).length === 0);
	if (found === undefined) throw new Error('No node to start the workflow from could be found');
	return found;
}
