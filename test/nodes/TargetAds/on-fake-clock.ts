import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { RateLimiter } from '../../../connector/rate-limit';
import { UndiciTransport } from '../../../connector/transport';
import { runNode } from '../../../nodes/shared/items/run-node';
import { targetAds } from '../../../nodes/TargetAds/targetAds';
import { TargetAds } from '../../../nodes/TargetAds/TargetAds.node';
import type { Sandbox } from '../../sandbox';
import { FakeClock } from '../../support/fake-clock';
import { FakeNode } from '../shared/fake-node';

export interface FakeClockRun {
	readonly items: INodeExecutionData[];
	readonly failedSlices: INodeExecutionData[];
	readonly hints: readonly string[];
	readonly clock: FakeClock;
}

/** Runs the node over the network, but with a clock that never makes anybody wait. */
export async function runOnFakeClock(
	{ targetAds: { token, projectId, baseUrl } }: Sandbox,
	parameters: INodeParameters,
	clock = new FakeClock(),
): Promise<FakeClockRun> {
	const credential: IDataObject = { accessToken: token, projectId, baseUrl };
	const node = new FakeNode(
		{ parameters: [parameters], credential },
		new TargetAds().description.properties,
		'targetAdsApi',
	);
	const transport = new UndiciTransport();
	const limiter = new RateLimiter(clock);
	try {
		const ports = { clock, transport: () => transport, limiter: () => limiter };
		const [items = [], failedSlices = []] = await runNode(node.asExecuteFunctions(), targetAds, ports);
		return { items, failedSlices, hints: node.hints, clock };
	} finally {
		await transport.close();
	}
}
