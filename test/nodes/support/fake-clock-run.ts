import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { RateLimiter } from '../../../connector/rate-limit';
import { UndiciTransport } from '../../../connector/transport';
import type { TestPlatform } from '../../platforms/platform';
import type { Sandbox } from '../../sandbox';
import { FakeClock } from '../../support/fake-clock';
import { FakeNode, type FakeNodeSettings } from '../shared/fake-node';

export interface FakeClockRun {
	readonly items: INodeExecutionData[];
	readonly failedSlices: INodeExecutionData[];
	readonly hints: readonly string[];
	readonly clock: FakeClock;
}

/** Runs a platform's node over the network, but with a clock that never makes anybody wait. */
export async function runOnFakeClock(
	platform: TestPlatform,
	sandbox: Sandbox,
	parameters: INodeParameters,
	clock = new FakeClock(),
	more: FakeNodeSettings = {},
): Promise<FakeClockRun> {
	const { properties, run } = platform.sources().node;
	const settings = { parameters: [parameters], credential: platform.credential(sandbox), ...more };
	const node = new FakeNode(settings, properties(parameters), platform.credentialType);
	const transport = new UndiciTransport();
	const limiter = new RateLimiter(clock);
	try {
		const ports = { clock, transport: () => transport, limiter: () => limiter };
		const [items = [], failedSlices = []] = await run(node.asExecuteFunctions(), ports);
		return { items, failedSlices, hints: node.told, clock };
	} finally {
		await transport.close();
	}
}

/** Rows in an order of their own, to compare sets in which rows may repeat. */
export function sorted(rows: Iterable<object>): string[] {
	return [...rows].map((row) => JSON.stringify(row)).sort();
}

export function jsonOf(items: readonly INodeExecutionData[]): IDataObject[] {
	return items.map(({ json }) => json);
}
