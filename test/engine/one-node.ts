import type { TestPlatform } from '../platforms/platform';
import type { CredentialData, Engine, EngineRun, RunOptions } from '.';

/** Runs the node of a platform alone, under the platform's title. */
export async function runOn(
	engine: Engine,
	{ title: name, type, credentialType }: TestPlatform,
	credential: CredentialData,
	parameters: Record<string, unknown>,
	{ cancelAfterMs, input }: Pick<RunOptions, 'cancelAfterMs' | 'input'> = {},
): Promise<EngineRun> {
	const credentials = { [credentialType]: { id: 'c', name: 'c' } };
	return engine.run(
		{ nodes: [{ name, type, parameters, credentials }] },
		{ credentials: { [credentialType]: credential }, cancelAfterMs, input },
	);
}
