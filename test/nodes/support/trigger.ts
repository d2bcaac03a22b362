import { expect } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { startEngine, type ActiveTrigger, type TriggerOptions } from '../../engine';
import type { TestPlatform } from '../../platforms/platform';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { ofTest } from '../../support/of-file';

/** The trigger node of a platform in an active workflow, and a sandbox of its own that changes. */
export async function openTrigger(
	platform: TestPlatform,
	parameters: INodeParameters,
	{ sandbox: options = {}, ...more }: TriggerOptions & { sandbox?: SandboxOptions } = {},
): Promise<{ trigger: ActiveTrigger; sandbox: Sandbox }> {
	const sandbox = await ofTest(startSandbox(options));
	return { trigger: await triggerOn(platform, sandbox, parameters, more), sandbox };
}

/** The same on a sandbox that is there. */
export async function triggerOn(
	platform: TestPlatform,
	sandbox: Sandbox,
	parameters: INodeParameters,
	options: TriggerOptions = {},
): Promise<ActiveTrigger> {
	const engine = await startEngine();
	const { type, credentialType } = platform;
	const node = {
		name: 'Trigger',
		type: `${type}Trigger`,
		parameters,
		credentials: { [credentialType]: { id: 'credential-1', name: 'C' } },
		webhookId: '6f1e2a4c-0000-4000-8000-000000000001',
	};
	const trigger = engine.trigger(
		{ nodes: [node] },
		{ credentials: { [credentialType]: platform.credential(sandbox) }, ...options },
	);
	const close = async () => {
		expectNothingOf(platform.personal?.(sandbox) ?? [], trigger);
		return Promise.resolve();
	};
	await ofTest(Promise.resolve({ close }));
	return trigger;
}

/** Whatever a test does with a trigger: what people said stands in what it gives, and in nothing that it leaves behind. */
function expectNothingOf(people: readonly string[], { logs, stored }: ActiveTrigger): void {
	const left = JSON.stringify([logs, stored]);
	expect(people.filter((value) => left.includes(value))).toEqual([]);
}
