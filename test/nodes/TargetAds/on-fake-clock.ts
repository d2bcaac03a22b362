import type { INodeParameters } from 'n8n-workflow';

import { targetAds } from '../../../nodes/TargetAds/platform';
import { TargetAds } from '../../../nodes/TargetAds/TargetAds.node';
import type { Sandbox } from '../../sandbox';
import { runOnFakeClock as run, type FakeClockRun } from '../support/fake-clock-run';

const { properties } = new TargetAds().description;

export async function runOnFakeClock(
	{ targetAds: { token, projectId, baseUrl } }: Sandbox,
	parameters: INodeParameters,
): Promise<FakeClockRun> {
	return run(targetAds, properties, { accessToken: token, projectId, baseUrl }, parameters);
}
