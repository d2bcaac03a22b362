import type { IConnections, INode, INodeParameters, IWorkflowSettings } from 'n8n-workflow';

import { stickyNote } from './loaded-package';
import { intoEngine } from './host';

/** A node as it stands in a workflow's JSON; for a test, its name and type are enough. */
export type WorkflowNode = Pick<INode, 'name' | 'type'> &
	Partial<Omit<INode, 'parameters'>> & {
		parameters?: Record<string, unknown>;
	};

/** A workflow as n8n exports it (what is not named here is passed over). */
export interface WorkflowJson {
	id?: string;
	name?: string;
	nodes: readonly WorkflowNode[];
	connections?: IConnections;
	settings?: IWorkflowSettings;
}

/** A workflow that the engine takes. */
export interface RunnableWorkflow {
	id: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings: IWorkflowSettings;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Objects are merged, everything else (arrays too) replaces what was there. */
function merge(base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
	const merged = { ...base };
	for (const [name, value] of Object.entries(over)) {
		const before = merged[name];
		merged[name] = isPlainObject(before) && isPlainObject(value) ? merge(before, value) : value;
	}
	return merged;
}

function completeNode(node: WorkflowNode, parameters: Record<string, unknown>, index: number): INode {
	return {
		id: `node-${index}`,
		typeVersion: 1,
		position: [index * 200, 0],
		...node,
		parameters: merge(node.parameters ?? {}, parameters) as INodeParameters,
	};
}

function assertNodesExist(names: Iterable<string>, nodes: readonly INode[], what: string): void {
	for (const name of names) {
		if (!nodes.some((node) => node.name === name)) {
			throw new Error(`${what}: the workflow has no node "${name}"`);
		}
	}
}

/**
 * @param overrides by node name: parameters to merge over those of the JSON
 * @throws Error when an override or a connection names a node that is not there
 */
export function runnableWorkflow(
	json: WorkflowJson,
	overrides: Record<string, Record<string, unknown>> = {},
): RunnableWorkflow {
	const nodes = json.nodes
		.filter(({ type }) => type !== stickyNote)
		.map((node, index) => completeNode(node, overrides[node.name] ?? {}, index));
	assertNodesExist(Object.keys(overrides), nodes, 'parameters');
	assertNodesExist(Object.keys(json.connections ?? {}), nodes, 'connections');
	return intoEngine({
		id: json.id ?? 'workflow',
		name: json.name ?? 'Workflow',
		nodes,
		connections: json.connections ?? {},
		// What n8n gives a new workflow.
		settings: json.settings ?? { executionOrder: 'v1' as const },
	});
}

/** Connects the first output of each node to the next one, for workflows written in a test. */
export function inARow(...names: string[]): IConnections {
	const connections: IConnections = {};
	for (const [index, name] of names.slice(0, -1).entries()) {
		connections[name] = { main: [[{ node: names[index + 1]!, type: 'main', index: 0 }]] };
	}
	return connections;
}
