import { expect } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { myTarget } from '../../../nodes/MyTarget/platform';
import { MyTarget } from '../../../nodes/MyTarget/MyTarget.node';
import type { Sandbox, SandboxOptions } from '../../sandbox';
import type { FakeClock } from '../../support/fake-clock';
import { runOnFakeClock as run, type FakeClockRun } from '../support/fake-clock-run';
import { PlatformHarness, sorted, type NodeUnderTest } from '../support/platform-harness';

export { jsonOf, sorted } from '../support/platform-harness';

export const NODE = 'myTarget';
export const CREDENTIAL = 'myTargetApi';

/** A token that is there already, so that no test depends on how one is issued. */
export const readyCredential = ({ myTarget: { accessToken, baseUrl } }: Sandbox) => ({
	authentication: 'accessToken',
	accessToken,
	baseUrl,
});

/** A credential as the user saves it, before any token was issued. */
export const clientCredential = ({ myTarget: { clientId, clientSecret, baseUrl } }: Sandbox) => ({
	authentication: 'clientCredentials',
	clientId,
	clientSecret,
	baseUrl,
});

const underTest: NodeUnderTest = {
	node: NODE,
	type: 'n8n-nodes-ru-ads.myTarget',
	credentialType: CREDENTIAL,
	credential: readyCredential,
	secrets: ({ myTarget: { accessToken, clientSecret, tokens } }) => [
		accessToken,
		clientSecret,
		...tokens.flatMap((token) => [token.accessToken, token.refreshToken]),
	],
};

export type Harness = PlatformHarness;

export const Harness = {
	open: async (options: SandboxOptions = {}): Promise<PlatformHarness> =>
		PlatformHarness.start(underTest, options),
};

const { properties } = new MyTarget().description;

export async function runOnFakeClock(
	sandbox: Sandbox,
	parameters: INodeParameters,
	clock?: FakeClock,
): Promise<FakeClockRun> {
	return run(myTarget, properties, readyCredential(sandbox), parameters, clock);
}

/** Dates of a test whose sandbox has its clock here. */
export const NOW = '2026-03-02T09:00:00Z';

/** The same rows, each as often, in whatever order. Of a hundred thousand only the first that differ are shown. */
export function expectSameRows(actual: Iterable<object>, expected: Iterable<object>): void {
	const got = sorted(actual);
	const wanted = sorted(expected);
	const at = got.findIndex((row, index) => row !== wanted[index]);
	expect({ rows: got.length, row: got[at] }).toEqual({ rows: wanted.length, row: wanted[at] });
}
