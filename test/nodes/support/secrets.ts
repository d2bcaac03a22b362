import { gunzipSync } from 'node:zlib';

import type { EngineRun, WorkflowJson } from '../../engine';

/** A secret in every form in which it could travel or be printed; of a JWT also its parts. */
function formsOf(secret: string): string[] {
	const [, payload = '', signature = ''] = secret.split('.');
	const parts = [payload, signature].filter((part) => part.length > 8);
	return [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64'), ...parts];
}

/** Everything that a run leaves where somebody may read it. */
async function tracesOf(run: EngineRun, json: WorkflowJson): Promise<string[]> {
	const traces = [JSON.stringify(run.logs), JSON.stringify(run.uiMessages), JSON.stringify(run.staticData)];
	traces.push(JSON.stringify(run.error ?? null), run.error?.stack ?? '', String(run.error?.message));
	for (const { name } of json.nodes.filter(({ type }) => !type.endsWith('stickyNote'))) {
		traces.push(JSON.stringify(run.hints(name)), JSON.stringify(run.nodeError(name) ?? null));
		for (const output of [0, 1, 2].filter((index) => index < run.outputs(name)))
			for (const item of run.items(name, output)) {
				traces.push(
					JSON.stringify(item.json),
					JSON.stringify(item.error ?? null),
					String(item.error?.message),
				);
				for (const property of Object.keys(item.binary ?? {})) {
					const file = await run.binary(item, property);
					traces.push((file[0] === 0x1f ? gunzipSync(file) : file).toString());
				}
			}
	}
	return traces;
}

/** Asked of every run in these tests: neither a secret nor a signed link shows anywhere. */
export async function assertNoSecret(
	run: EngineRun,
	json: WorkflowJson,
	secrets: readonly string[],
): Promise<void> {
	const forms = secrets.flatMap(formsOf);
	for (const trace of await tracesOf(run, json)) {
		if (forms.some((form) => trace.includes(form)))
			throw new Error(`A secret shows in: ${trace.slice(0, 300)}`);
		if (/signature=(?!\*)/i.test(trace)) throw new Error(`A signed link shows in: ${trace.slice(0, 300)}`);
	}
}
