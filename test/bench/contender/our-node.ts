import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { startEngine, type EngineRun } from '../../engine';
import { loadPackage } from '../../engine/loaded-package';
import { stopped } from './stop';
import type { NodeTask, Outcome, Work } from './task';

const NODE = 'Node';
const ROOT = join(__dirname, '..', '..', '..');

/** n8n's own, found from where n8n finds it. */
const flatted = createRequire(createRequire(__filename).resolve('n8n-core'))('flatted') as {
	stringify: (value: unknown) => string;
};

/** A node of this package, built, on n8n's engine. */
export async function ourNode(task: NodeTask): Promise<Work> {
	const engine = await startEngine();
	const { type, credentialType, binaryMode } = task;
	const credentials = { [credentialType]: { id: 'credential-1', name: NODE } };
	const start = async (parameters: IDataObject, credential: IDataObject, signal?: AbortSignal) =>
		engine.run(
			{ nodes: [{ name: NODE, type, parameters, credentials }] },
			{ mode: 'trigger', binaryMode, credentials: { [credentialType]: credential }, signal },
		);
	const run = async (parameters: IDataObject, credential: IDataObject): Promise<EngineRun> => {
		const done = await start(parameters, credential);
		if (done.error !== undefined)
			throw new Error(`The node failed: ${done.error.message} ${done.error.description ?? ''}`);
		return done;
	};
	if (task.contender === 'saving') {
		const items = (await run(task.parameters, task.credential)).items(NODE);
		return async () => {
			const text = savedText(items);
			return () => text;
		};
	}
	if (task.warmUp !== undefined) await run(task.warmUp, task.warmUpCredential ?? task.credential);
	if (task.contender === 'stop')
		return stopped((signal) => start(task.parameters, task.credential, signal), task);
	return async (settled) => {
		await whenSettled(type, settled);
		const done = await run(task.parameters, task.credential);
		return () => outcome(done, task);
	};
}

/** n8n looks at all items of a node at once afterwards, whichever node it is: that is no turn of the node. */
async function whenSettled(type: string, settled: () => void): Promise<void> {
	const node = (await loadPackage(ROOT, {})).getByNameAndVersion(type);
	const { execute } = node;
	node.execute = async function (...input) {
		try {
			return (await execute?.apply(this, input)) ?? null;
		} finally {
			settled();
		}
	};
}

/** The text that n8n writes into its database after an execution, for the output of one node. */
function savedText(items: readonly INodeExecutionData[]): Outcome {
	const data = { resultData: { runData: { [NODE]: [{ data: { main: [items] } }] } } };
	return { rows: items.length, bytes: flatted.stringify(data).length };
}

function outcome(run: EngineRun, { parameters, waitedMs }: NodeTask): Outcome {
	const items = run.items(NODE);
	return {
		rows:
			parameters.output === 'file'
				? items.reduce((sum, { json }) => sum + Number(json.rows), 0)
				: items.length,
		requests: requestsOf(run),
		waitedMs,
	};
}

function requestsOf(run: EngineRun): number | undefined {
	const [, requests] = /([\d,]+) requests?\b/.exec(run.hints(NODE).join(' ')) ?? [];
	return requests === undefined ? undefined : Number(requests.replaceAll(',', ''));
}
