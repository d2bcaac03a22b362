import { createRequire } from 'node:module';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { startEngine, type EngineRun } from '../../engine';
import type { NodeTask, Outcome } from './task';

const NODE = 'Node';

/** n8n's own, found from where n8n finds it. */
const flatted = createRequire(createRequire(__filename).resolve('n8n-core'))('flatted') as {
	stringify: (value: unknown) => string;
};

/** A node of this package, built, on n8n's engine. */
export async function ourNode(task: NodeTask): Promise<() => Promise<Outcome>> {
	const engine = await startEngine();
	const { type, credentialType, binaryMode } = task;
	const credentials = { [credentialType]: { id: 'credential-1', name: NODE } };
	const run = async (parameters: IDataObject, credential: IDataObject): Promise<EngineRun> => {
		const done = await engine.run(
			{ nodes: [{ name: NODE, type, parameters, credentials }] },
			{ mode: 'trigger', binaryMode, credentials: { [credentialType]: credential } },
		);
		if (done.error !== undefined)
			throw new Error(`The node failed: ${done.error.message} ${done.error.description ?? ''}`);
		return done;
	};
	if (task.contender === 'saving') {
		const items = (await run(task.parameters, task.credential)).items(NODE);
		return async () => savedText(items);
	}
	if (task.warmUp !== undefined) await run(task.warmUp, task.warmUpCredential ?? task.credential);
	return async () => outcome(await run(task.parameters, task.credential), task);
}

/** The text that n8n writes into its database after an execution, for the output of one node. */
function savedText(items: readonly INodeExecutionData[]): Outcome {
	const data = { resultData: { runData: { [NODE]: [{ data: { main: [items] } }] } } };
	return { rows: items.length, bytes: flatted.stringify(data).length };
}

function outcome(run: EngineRun, { parameters }: NodeTask): Outcome {
	const items = run.items(NODE);
	const { pollInterval } = (parameters.options ?? {}) as { pollInterval?: number };
	return {
		rows:
			parameters.output === 'file'
				? items.reduce((sum, { json }) => sum + Number(json.rows), 0)
				: items.length,
		...(parameters.delivery === 'job' ? { waitedMs: (pollInterval ?? 0) * 1000 } : {}),
	};
}
