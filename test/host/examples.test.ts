import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { readExamples } from '../demo/example';
import { type EngineRun, startEngine, type WorkflowJson } from '../engine';
import { accounts, platforms } from '../platforms';
import { credentialsById, credentialsByType, storedCredentials } from '../platforms/credentials';
import { startSandbox } from '../sandbox';
import { ofFile } from '../support/of-file';
import { type Execution, runManually } from './server/execution';
import { TIMEZONE } from './server/environment';
import { startHost } from './support/host';
import { runInProduction } from './support/workflow';
import { downloaded, textOf } from './support/stored-file';

interface Result {
	items: IDataObject[];
	files: string[];
	hints: string[];
}

const host = ofFile(async () => startHost({ sandbox: accounts('examples') }));
/** The same accounts once more, so that the engine can run while the server does. */
const sandbox = ofFile(async () => startSandbox(accounts('examples')));
const engine = ofFile(async () => startEngine());

/** One that is off gives what its neighbours gave it, and the engine's stand-ins of those give everything. */
function ourNodes(workflow: WorkflowJson): string[] {
	const types = platforms.map(({ type }) => type);
	return workflow.nodes
		.filter(({ type, disabled }) => types.includes(type) && disabled !== true)
		.map(({ name }) => name);
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
	// What is today depends on it.
	const settings = { ...workflow.settings, timezone: TIMEZONE };
	const run = await engine.run(
		{ ...workflow, settings },
		{
			credentials: credentialsByType(sandbox),
			credentialsById: credentialsById(sandbox),
			binaryMode: 'filesystem',
		},
	);
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

/** It looks for nothing until its user has written what to look for. */
function isToBeFilledIn({ nodes }: WorkflowJson): boolean {
	return nodes.some(({ parameters }) => JSON.stringify(parameters).includes('FILL IN · ВПИШИТЕ'));
}

/** Nothing is left of the run before, in the platforms and in n8n: no job, no written row, no token. */
async function startAfresh(): Promise<void> {
	host.sandbox.reset();
	sandbox.reset();
	for (const { id, ...credential } of storedCredentials(host.sandbox))
		await host.rest.patch(`/credentials/${id}`, credential);
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
		if (!isToBeFilledIn(workflow))
			for (const { items } of Object.values(expected)) expect(items.length).toBeGreaterThan(0);
		expect(byHand.mode).toBe('manual');
		expect(await onServer(workflow, byHand)).toEqual(expected);

		await startAfresh();
		const inProduction = await runInProduction(host, workflow);
		expect(inProduction.mode).toBe('webhook');
		expect(await onServer(workflow, inProduction)).toEqual(expected);
	});
});
