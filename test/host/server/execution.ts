import { setTimeout as sleep } from 'node:timers/promises';

import type { IDataObject, INodeExecutionData, ITaskData, NodeExecutionHint } from 'n8n-workflow';
import { z } from 'zod';

import type { RestClient } from './rest-client';

const pollMs = 50;

const started = z.object({ executionId: z.string() });

const stored = z.object({
	id: z.string(),
	status: z.string(),
	mode: z.string(),
	stoppedAt: z.string().nullish(),
	data: z.string(),
});

interface RunData {
	resultData: {
		runData?: Record<string, ITaskData[]>;
		lastNodeExecuted?: string;
		error?: { message: string; description?: string | null; node?: { name: string } };
	};
}

/** An execution as the server keeps it. */
export class Execution {
	constructor(
		readonly id: string,
		readonly status: string,
		readonly mode: string,
		readonly data: RunData['resultData'],
	) {}

	private runs(node: string): ITaskData[] {
		return this.data.runData?.[node] ?? [];
	}

	get lastNode(): string {
		return this.data.lastNodeExecuted ?? '';
	}

	/** Items of all runs of a node, at one of its outputs. */
	items(node: string, output = 0): INodeExecutionData[] {
		return this.runs(node).flatMap((run) => run.data?.main?.[output] ?? []);
	}

	json(node: string, output = 0): INodeExecutionData['json'][] {
		return this.items(node, output).map(({ json }) => json);
	}

	/** The hints that the node gave; n8n puts some of its own beside them. */
	hints(node: string): NodeExecutionHint[] {
		return this.runs(node).flatMap(({ hints }) => hints ?? []);
	}

	/** @throws Error when the execution did not succeed */
	assertSuccess(): this {
		if (this.status === 'success') return this;
		const { error } = this.data;
		throw new Error(
			`Execution ${this.id} ended with ${this.status}: ${error?.node?.name ?? ''}: ${error?.message ?? ''} ${error?.description ?? ''}`,
		);
	}
}

/** Waits for the end of an execution. @throws Error when it takes longer */
export async function executionOf(rest: RestClient, id: string, timeoutMs = 120_000): Promise<Execution> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const { status, mode, stoppedAt, data } = stored.parse(await rest.get(`/executions/${id}`));
		if (stoppedAt) {
			// The package has no types for a synchronous import from CommonJS.
			const { parse } = await import('flatted');
			return new Execution(id, status, mode, (parse(data) as RunData).resultData);
		}
		if (Date.now() > deadline) throw new Error(`Execution ${id} is still ${status}.`);
		await sleep(pollMs);
	}
}

/** What a trigger gives, as the editor hands on what was typed into the chat. */
function givenBy(item: IDataObject): ITaskData {
	const main = [[{ json: item }]];
	return { startTime: 0, executionIndex: 0, executionTime: 0, source: [], data: { main } };
}

/**
 * "Execute workflow" of the editor.
 *
 * @param item what the trigger gives, of one that has to be told
 * @returns the id of the execution
 */
export async function startManually(
	rest: RestClient,
	workflowId: string,
	trigger: string,
	item?: IDataObject,
): Promise<string> {
	// Older releases run the workflow that is in the request, newer ones the saved one.
	const workflowData = await rest.get(`/workflows/${workflowId}`);
	const body = { workflowData, triggerToStartFrom: { name: trigger, data: item && givenBy(item) } };
	return started.parse(await rest.post(`/workflows/${workflowId}/run`, body)).executionId;
}

/** Runs a workflow by hand to its end. */
export async function runManually(
	rest: RestClient,
	workflowId: string,
	trigger: string,
	item?: IDataObject,
): Promise<Execution> {
	return await executionOf(rest, await startManually(rest, workflowId, trigger, item));
}
