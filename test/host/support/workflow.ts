import { inARow, type WorkflowJson } from '../../engine';
import { reference } from '../../platforms/credentials';
import type { TestPlatform } from '../../platforms/platform';

type Node = WorkflowJson['nodes'][number];

/** Nodes in a row behind a manual trigger. */
export function afterStart(nodes: readonly Node[], start = 'Start'): WorkflowJson {
	return {
		nodes: [{ name: start, type: 'n8n-nodes-base.manualTrigger' }, ...nodes],
		connections: inARow(start, ...nodes.map(({ name }) => name)),
	};
}

/** A platform's node with the credential that the host has for it. */
export function nodeOf(platform: TestPlatform, name: string, parameters: object): Node {
	return { name, type: platform.type, credentials: reference(platform), parameters: { ...parameters } };
}
