import type { WorkflowJson } from '../../engine';
import type { TestPlatform } from '../../platforms/platform';
import { executionOf, type Execution } from '../server/execution';
import { callWebhook } from '../server/publish';
import { nodeOf } from '../support/workflow';
import { n8nDatabase } from './settings';
import type { QueueStack } from './stack';
import { until } from '../server/program';

/** A platform's node behind a webhook, whose path is the workflow's id. */
export function behindWebhook(
	id: string,
	platform: TestPlatform,
	parameters: object,
): WorkflowJson & { id: string } {
	const webhook = {
		id: 'webhook',
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		position: [0, 0] as [number, number],
		parameters: { httpMethod: 'POST', path: id, options: {} },
		webhookId: id,
	};
	return {
		id,
		name: id,
		nodes: [
			webhook,
			{ id: 'node', typeVersion: 1, position: [220, 0], ...nodeOf(platform, 'Node', parameters) },
		],
		connections: { Webhook: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

/** Runs a published workflow so many times at once, each as an execution of its own. @returns their ids */
export async function runInQueue(stack: QueueStack, workflowId: string, times: number): Promise<string[]> {
	const { main, postgres } = stack;
	await Promise.all(Array.from({ length: times }, async () => await callWebhook(main.url, workflowId)));
	let executions: string[] = [];
	await until(`all executions of ${workflowId} have ended`, async () => {
		executions = await postgres.query(
			n8nDatabase,
			`select id from execution_entity where "workflowId" = '${workflowId}' and "stoppedAt" is not null`,
		);
		return executions.length === times;
	});
	return executions;
}

export async function executionsOf(stack: QueueStack, ids: readonly string[]): Promise<Execution[]> {
	return await Promise.all(ids.map(async (id) => (await executionOf(stack.main.rest, id)).assertSuccess()));
}
