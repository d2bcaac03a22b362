import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { demoCredentials, demoCredentialsById } from '../demo/credentials';
import { readExamples } from '../demo/example';
import { type Engine, type EngineRun, startEngine, type WorkflowJson } from '../engine';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox';
import { type Execution, runManually } from './server/execution';
import { storedCredentials } from './server/stored-credentials';
import { type Host, startHost } from './support/host';
import { runInProduction } from './support/production';
import { downloaded, textOf } from './support/stored-file';

interface Result {
	items: IDataObject[];
	files: string[];
	hints: string[];
}

const account: SandboxOptions = {
	targetAds: { jobPolls: 0, placements: 200 },
	promoPages: { reportPolls: 0, publishers: 2, campaigns: [210, 20] },
	myTarget: { campaigns: 210, banners: 60 },
	adfox: { reportPolls: 0, banners: 600 },
};

let host: Host;
let engine: Engine;
/** The same accounts once more, so that the engine can run while the server does. */
let sandbox: Sandbox;
beforeAll(async () => {
	[host, engine, sandbox] = await Promise.all([
		startHost({ sandbox: account }),
		startEngine(),
		startSandbox(account),
	]);
});
afterAll(async () => {
	await host.close();
	await sandbox.close();
});

function ourNodes(workflow: WorkflowJson): string[] {
	return workflow.nodes.filter(({ type }) => type.startsWith('n8n-nodes-ru-ads.')).map(({ name }) => name);
}

/** Hints count requests, rows and slices; how long it took is told by none of them. */
async function resultsOf(
	workflow: WorkflowJson,
	run: EngineRun | Execution,
	hints: (node: string) => string[],
	file: (item: INodeExecutionData) => Promise<string>,
): Promise<Record<string, Result>> {
	const results: Record<string, Result> = {};
	for (const node of ourNodes(workflow)) {
		const withFile = run.items(node).filter(({ binary }) => binary !== undefined);
		results[node] = {
			items: run.json(node),
			files: await Promise.all(withFile.map(file)),
			hints: hints(node),
		};
	}
	return results;
}

async function onEngine(workflow: WorkflowJson) {
	const run = await engine.run(workflow, {
		credentials: demoCredentials(sandbox),
		credentialsById: demoCredentialsById(sandbox),
		binaryMode: 'filesystem',
	});
	expect(run.error).toBeUndefined();
	return await resultsOf(
		workflow,
		run,
		(node) => run.hints(node),
		async (item) => textOf(await run.binary(item)),
	);
}

async function onServer(workflow: WorkflowJson, run: Execution) {
	run.assertSuccess();
	return await resultsOf(
		workflow,
		run,
		(node) => run.hints(node).map(({ message }) => message),
		async (item) => (await downloaded(host, item)).text,
	);
}

/** Nothing is left of the run before, in the platforms and in n8n: no job, no written row, no token. */
async function startAfresh(): Promise<void> {
	host.sandbox.reset();
	sandbox.reset();
	for (const { id, ...credential } of storedCredentials(host.sandbox))
		if (credential.type === 'myTargetApi') await host.rest.patch(`/credentials/${id}`, credential);
}

const examples = readExamples().map((workflow) => ({ title: workflow.name, workflow }));

describe('what the server gives for a workflow of examples/, by hand and in production', () => {
	it.each(examples)('equals what the engine gives: $title', async ({ workflow }) => {
		await startAfresh();
		const [expected, byHand] = await Promise.all([
			onEngine(workflow),
			// The very workflow that was imported.
			runManually(host.rest, workflow.id, workflow.nodes[0]!.name),
		]);
		for (const { items } of Object.values(expected)) expect(items.length).toBeGreaterThan(0);
		expect(byHand.mode).toBe('manual');
		expect(await onServer(workflow, byHand)).toEqual(expected);

		await startAfresh();
		const inProduction = await runInProduction(host, workflow);
		expect(inProduction.mode).toBe('webhook');
		expect(await onServer(workflow, inProduction)).toEqual(expected);
	});
});
