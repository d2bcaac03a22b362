import { gunzipSync } from 'node:zlib';

import type { EngineRun } from '../engine';

/** Texts that a run leaves where somebody may read them, by kind. */
export interface Traces {
	readonly messages: string[];
	readonly hints: string[];
	readonly items: string[];
	readonly logs: string[];
	readonly binaries: string[];
}

export async function tracesOf(run: EngineRun): Promise<Traces> {
	const { nodes } = run;
	const errors = [run.error, ...nodes.map((node) => run.nodeError(node))].filter(
		(error) => error !== undefined,
	);
	const outputs = nodes.flatMap((node) =>
		Array.from({ length: run.outputs(node) }, (_, index) => run.items(node, index)).flat(),
	);
	const binaries: string[] = [];
	for (const item of outputs)
		for (const property of Object.keys(item.binary ?? {})) {
			const file = await run.binary(item, property);
			binaries.push((file[0] === 0x1f ? gunzipSync(file) : file).toString());
		}
	return {
		messages: errors.flatMap((error) => [
			error.message,
			error.description ?? '',
			error.stack ?? '',
			JSON.stringify(error),
		]),
		hints: nodes.flatMap((node) => run.hints(node)),
		items: outputs.flatMap(({ json, error }) => [
			JSON.stringify(json),
			JSON.stringify(error ?? null),
			error?.message ?? '',
		]),
		logs: [
			...run.logs.map((entry) => JSON.stringify(entry)),
			...run.uiMessages,
			JSON.stringify(run.staticData),
		],
		binaries,
	};
}
