import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { RateLimiter } from '../../connector/rate-limit';
import { UndiciTransport } from '../../connector/transport';
import { FakeNode } from '../nodes/shared/fake-node';
import type { LoadedNode } from '../platforms/loaded-node';
import { startSandbox, type LoggedRequest, type Sandbox } from '../sandbox';
import { FakeClock } from '../support/fake-clock';
import { openForeignServer, type ForeignServer } from '../support/foreign-server';
import { openOtherServer, type OtherServer } from '../support/other-server';
import type { Diversion, PlatformUnderTest } from './model';
import { TamperedTransport, type Sent, type Tampering } from './tampered-transport';

/** Of the platforms: the dates of all operations lie before it. */
export const NOW = '2026-03-02T09:00:00.000Z';

/** Nobody may listen there: 1 is reserved for tcpmux, which no system of today runs. */
const CLOSED_PORT = '1';

/** Where struck requests go instead. */
export function diversionsTo(foreignServer: ForeignServer): Readonly<Record<Diversion, (url: URL) => void>> {
	return {
		refuse: (url) => {
			url.port = CLOSED_PORT;
		},
		'foreign certificate': (url) => {
			url.protocol = 'https:';
			url.port = String(foreignServer.port);
		},
	};
}

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
		private readonly loaded: LoadedNode,
		readonly sandbox: Sandbox,
		readonly otherServer: OtherServer,
		readonly foreignServer: ForeignServer,
	) {}

	static async open(platform: PlatformUnderTest): Promise<Workbench> {
		const { of, account } = platform;
		const options = { [of.key]: account, now: () => Date.parse(NOW) };
		const others = [await openOtherServer(), await openForeignServer()] as const;
		return new Workbench(platform, of.sources().node, await startSandbox(options), ...others);
	}

	get secrets(): readonly string[] {
		return this.platform.of.secrets(this.sandbox);
	}

	get personal(): readonly string[] {
		return this.platform.of.personal?.(this.sandbox) ?? [];
	}

	get diversions() {
		return diversionsTo(this.foreignServer);
	}

	async run(
		parameters: INodeParameters,
		clock = new FakeClock(NOW),
		tampering?: Tampering,
	): Promise<Outcome> {
		const { loaded, sandbox } = this;
		const { credentialType, credential } = this.platform.of;
		const settings = { parameters: [parameters], credential: credential(sandbox) };
		const node = new FakeNode(settings, loaded.properties(parameters), credentialType);
		const transport = new TamperedTransport(this.transport, clock, tampering);
		const limiter = new RateLimiter(clock);
		const ports = { clock, transport: () => transport, limiter: () => limiter };
		let outputs: { json: IDataObject }[][] = [];
		let error: unknown;
		try {
			outputs = await loaded.run(node.asExecuteFunctions(), ports);
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
		this.otherServer.received.length = 0;
		this.foreignServer.received.length = 0;
	}

	async close(): Promise<void> {
		const { transport, sandbox, otherServer, foreignServer } = this;
		await Promise.all([transport, sandbox, otherServer, foreignServer].map(async (each) => each.close()));
	}
}
