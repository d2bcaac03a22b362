import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { RateLimiter } from '../../connector/rate-limit';
import { UndiciTransport } from '../../connector/transport';
import { FakeNode } from '../nodes/shared/fake-node';
import { startSandbox, type LoggedRequest, type Sandbox, type SandboxOptions } from '../sandbox';
import { FakeClock } from '../support/fake-clock';
import type { PlatformUnderTest } from './model';
import { Stranger } from './stranger';
import { TamperedTransport, type Sent, type Tampering } from './tampered-transport';

/** Of the platforms: the dates of all operations lie before it. */
export const NOW = '2026-03-02T09:00:00.000Z';

/** Platforms that are not under test make their objects anew at every reset, too. */
const SMALL: SandboxOptions = {
	targetAds: { placements: 2 },
	promoPages: { campaigns: [1] },
	adfox: { banners: 2, campaigns: 2, places: 2, zones: 2, sites: 2 },
	myTarget: { campaigns: 2, banners: 2, adPlans: 2, agencyClients: 2, regions: 2, packages: 2 },
};

/** What one run of a node left behind. */
export interface Outcome {
	readonly rows: readonly IDataObject[];
	readonly failedSlices: readonly IDataObject[];
	readonly hints: readonly string[];
	readonly logs: readonly string[];
	readonly error: unknown;
	/** By the node's transport, with the virtual time of sending. */
	readonly sent: readonly Sent[];
	/** As the sandbox received them. */
	readonly received: readonly LoggedRequest[];
}

/** A platform's node from the sources, over real connections to a sandbox, with a clock that makes nobody wait. */
export class Workbench {
	private readonly transport = new UndiciTransport();

	private constructor(
		readonly platform: PlatformUnderTest,
		readonly sandbox: Sandbox,
		readonly stranger: Stranger,
	) {}

	static async open(platform: PlatformUnderTest): Promise<Workbench> {
		const sandbox = await startSandbox({ ...SMALL, ...platform.options, now: () => Date.parse(NOW) });
		return new Workbench(platform, sandbox, await Stranger.open());
	}

	get secrets(): readonly string[] {
		return this.platform.secrets(this.sandbox);
	}

	async run(
		parameters: INodeParameters,
		clock = new FakeClock(NOW),
		tampering?: Tampering,
	): Promise<Outcome> {
		const { platform, sandbox } = this;
		const credential = platform.credential(sandbox);
		const { credentialType, properties } = platform.node;
		const settings = { parameters: [parameters], credential };
		const node = new FakeNode(settings, properties(parameters), credentialType);
		const transport = new TamperedTransport(this.transport, clock, tampering);
		const limiter = new RateLimiter(clock);
		const ports = { clock, transport: () => transport, limiter: () => limiter };
		let outputs: { json: IDataObject }[][] = [];
		let error: unknown;
		try {
			outputs = await platform.node.run(node.asExecuteFunctions(), ports);
		} catch (thrown) {
			error = thrown;
		}
		const [items = [], failedSlices = []] = outputs;
		const { hints, logs } = node;
		return {
			rows: items.map(({ json }) => json),
			failedSlices: failedSlices.map(({ json }) => json),
			hints,
			logs,
			error,
			sent: transport.sent,
			received: [...sandbox.requests],
		};
	}

	/** Everything as it was at the start. */
	reset(): void {
		this.sandbox.reset();
		this.stranger.requests.length = 0;
	}

	async close(): Promise<void> {
		await Promise.all([this.transport.close(), this.sandbox.close(), this.stranger.close()]);
	}
}
