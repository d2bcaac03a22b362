import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { z } from 'zod';

import type { WorkflowJson } from '../../engine';
import { type Execution, executionOf } from '../server/execution';
import type { Host } from './host';

const triggers = new Set(['n8n-nodes-base.manualTrigger', 'n8n-nodes-base.scheduleTrigger']);

const saved = z.object({ versionId: z.string() });
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
					parameters: { path, responseMode: 'lastNode', responseData: 'noData', options: {} },
				}
			: node,
	);
	return { ...workflow, nodes };
}

/** n8n registers webhooks of a published workflow a moment after it has answered. */
async function call(url: string): Promise<void> {
	for (let attempt = 0; attempt < 50; attempt++) {
		const answer = await fetch(url);
		await answer.arrayBuffer();
		if (answer.status !== 404) return;
		await sleep(100);
	}
	throw new Error('n8n did not register the webhook of the workflow.');
}

/** Publishes a workflow, has it run once as in production, and takes it back. */
export async function runInProduction(host: Host, workflow: WorkflowJson): Promise<Execution> {
	const { rest, server } = host;
	const path = randomUUID();
	const { id: _id, ...unsaved } = byWebhook(workflow, path);
	const id = await host.create(unsaved);
	const { versionId } = saved.parse(await rest.get(`/workflows/${id}`));
	await rest.post(`/workflows/${id}/activate`, { versionId });
	await call(`${server.url}/webhook/${path}`);
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
	const { results } = listed.parse(await rest.get(`/executions?filter=${filter}`));
	await rest.post(`/workflows/${id}/deactivate`);
	if (results.length !== 1) throw new Error(`${results.length} executions instead of one.`);
	return await executionOf(rest, results[0]!.id);
}
