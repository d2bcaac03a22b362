import type { IDataObject, INode, INodeExecutionData, Workflow } from 'n8n-workflow';

import type { CredentialData } from './credential-store';
import type { BinaryMode } from './host';

export interface RunOptions {
	/** By credential type; every node whose JSON names a credential of the type gets it. */
	credentials?: Record<string, CredentialData>;
	/** By credential id; goes before `credentials`. */
	credentialsById?: Record<string, CredentialData>;
	/** `manual` (default): a click on Execute. `trigger`: a production execution, which keeps static data. */
	mode?: 'manual' | 'trigger';
	/** Items for the start node; default one empty item. */
	input?: INodeExecutionData[];
	/** Default: the trigger that fits the mode, else the first node. */
	startNode?: string;
	/** The workflow's static data; after a production execution it holds what n8n would have saved. */
	staticData?: IDataObject;
	/** Real milliseconds after which the execution is stopped. */
	cancelAfterMs?: number;
	/** Stops the execution as n8n's Stop button does. */
	signal?: AbortSignal;
	/** Default `default`: in memory. */
	binaryMode?: BinaryMode;
	/** By node name; merged over the parameters in the JSON. */
	parameters?: Record<string, Record<string, unknown>>;
	/** Gets each message of `run.uiMessages` when it comes. */
	onProgress?: (message: string) => void;
}

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
