import type { IDataObject, INodeExecutionData, INodeParameters, INodeProperties } from 'n8n-workflow';

import { RateLimiter } from '../../../connector/rate-limit';
import { UndiciTransport } from '../../../connector/transport';
import type { Platform } from '../../../nodes/shared/platform/platform';
import { runNode } from '../../../nodes/shared/execution/run-node';
import { FakeClock } from '../../support/fake-clock';
import { FakeNode } from '../shared/fake-node';

export interface FakeClockRun {
	readonly items: INodeExecutionData[];
	readonly failedSlices: INodeExecutionData[];
	readonly hints: readonly string[];
	readonly clock: FakeClock;
}

/** Runs a platform's node over the network, but with a clock that never makes anybody wait. */
export async function runOnFakeClock<Api>(
	platform: Platform<Api>,
	properties: readonly INodeProperties[],
	credential: IDataObject,
	parameters: INodeParameters,
	clock = new FakeClock(),
): Promise<FakeClockRun> {
	const node = new FakeNode({ parameters: [parameters], credential }, properties, platform.credentialType);
	const transport = new UndiciTransport();
	const limiter = new RateLimiter(clock);
	try {
		const ports = { clock, transport: () => transport, limiter: () => limiter };
		const [items = [], failedSlices = []] = await runNode(node.asExecuteFunctions(), platform, ports);
		return { items, failedSlices, hints: node.hints, clock };
	} finally {
		await transport.close();
	}
}
