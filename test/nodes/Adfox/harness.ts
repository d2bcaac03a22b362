import type { INodeParameters } from 'n8n-workflow';

import { adfox } from '../../../nodes/Adfox/platform';
import { Adfox } from '../../../nodes/Adfox/Adfox.node';
import type { LoggedRequest, Sandbox, SandboxOptions } from '../../sandbox';
import { runOnFakeClock as run, type FakeClockRun } from '../support/fake-clock-run';
import { PlatformHarness, type NodeUnderTest } from '../support/platform-harness';

export { jsonOf, sorted } from '../support/platform-harness';

export const NODE = 'Adfox';
export const TYPE = 'adfoxApi';

const credentialOf = ({ adfox: { token, baseUrl } }: Sandbox) => ({
	accessToken: token,
	authHeader: 'xYandexApiKey',
	baseUrl,
});

const underTest: NodeUnderTest = {
	node: NODE,
	type: 'n8n-nodes-ru-ads.adfox',
	credentialType: TYPE,
	credential: credentialOf,
	secrets: ({ adfox: { token } }) => [token],
};

export type Harness = PlatformHarness;

export const Harness = {
	open: async (options: SandboxOptions = {}): Promise<PlatformHarness> =>
		PlatformHarness.start(underTest, options),
};

const { properties } = new Adfox().description;

export async function runOnFakeClock(sandbox: Sandbox, parameters: INodeParameters): Promise<FakeClockRun> {
	return run(adfox, properties, credentialOf(sandbox), parameters);
}

/** An id as a resource locator holds it. */
export function byId(id: unknown): INodeParameters {
	return { __rl: true, mode: 'id', value: String(id) };
}

/** What a POST of the classic API carried, name by name in the order of sending. */
export function formOf({ body }: LoggedRequest): [string, string][] {
	return [...new URLSearchParams(String(body))];
}
