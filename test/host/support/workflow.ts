import { randomUUID } from 'node:crypto';
import { z } from 'zod';

import { inARow, type WorkflowJson } from '../../engine';
import { reference } from '../../platforms/credentials';
import type { TestPlatform } from '../../platforms/platform';
import { executionOf, type Execution } from '../server/execution';
import { callWebhook, publish, takeBack } from '../server/publish';

import type { Host } from './host';

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

const triggers = new Set(['n8n-nodes-base.manualTrigger', 'n8n-nodes-base.scheduleTrigger']);

const listed = z.object({ results: z.array(z.object({ id: z.string() })) });

/** The workflow with a webhook in place of its trigger; it answers when the last node has ended. */
function byWebhook(workflow: WorkflowJson, path: string): WorkflowJson {
	const nodes = workflow.nodes.map((node) =>
		triggers.has(node.type)
			? {
					...node,
					type: 'n8n-nodes-base.webhook',
					typeVersion: 2,
					webhookId: path,
					parameters: {
						path,
						httpMethod: 'POST',
						responseMode: 'lastNode',
						responseData: 'noData',
						options: {},
					},
				}
			: node,
	);
	return { ...workflow, nodes };
}

/** Publishes a workflow, has it run once as in production, and takes it back. */
export async function runInProduction(host: Host, workflow: WorkflowJson): Promise<Execution> {
	const { rest, server, version } = host;
	const path = randomUUID();
	const { id: _id, ...unsaved } = byWebhook(workflow, path);
	const id = await host.create(unsaved);
	await publish(rest, version, id);
	await (await callWebhook(server.url, path)).arrayBuffer();
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
	const { results } = listed.parse(await rest.get(`/executions?filter=${filter}`));
	await takeBack(rest, version, id);
	if (results.length !== 1) throw new Error(`${results.length} executions instead of one.`);
	return await executionOf(rest, results[0]!.id);
}
