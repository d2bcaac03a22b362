import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { RateLimiter } from '../../../connector/rate-limit';
import { UndiciTransport } from '../../../connector/transport';
import { FakeNode } from '../../nodes/shared/fake-node';
import type { LoadedTrigger } from '../../platforms/loaded-node';
import { startSandbox, type Sandbox } from '../../sandbox';
import { FakeClock } from '../../support/fake-clock';
import { openForeignServer, type ForeignServer } from '../../support/foreign-server';
import { openOtherServer, type OtherServer } from '../../support/other-server';
import type { PlatformUnderTest } from '../model';
import { TamperedTransport, type Tampering } from '../tampered-transport';
import { diversionsTo, NOW, type Outcome } from '../workbench';
import type { WatchedEvent } from './watched-event';

/** What one poll left behind. */
export interface PollOutcome extends Outcome {
	/** Virtual milliseconds. */
	readonly tookMs: number;
}

/** A platform's trigger from the sources in an active workflow, over real connections, with a clock that is the platform's, too. */
export class PollBench {
	/** What n8n keeps of the node. */
	memory: IDataObject = {};
	/** Of it, what n8n has stored: it does so when the trigger starts the workflow, and at the activation. */
	private stored: IDataObject = {};
	private limiter: RateLimiter;
	private happened: Sandbox;
	private readonly transport = new UndiciTransport();

	private constructor(
		readonly platform: PlatformUnderTest,
		private readonly trigger: LoadedTrigger,
		private readonly time: { clock: FakeClock },
		readonly sandbox: Sandbox,
		readonly otherServer: OtherServer,
		readonly foreignServer: ForeignServer,
	) {
		this.happened = sandbox;
		this.limiter = new RateLimiter(time.clock);
	}

	static async open(platform: PlatformUnderTest): Promise<PollBench> {
		const { of, account, watchedAccount = account } = platform;
		const { trigger } = of.sources();
		if (trigger === undefined) throw new Error(`${of.title} has no trigger.`);
		const others = [await openOtherServer(), await openForeignServer()] as const;
		const time = { clock: new FakeClock(NOW) };
		const now = () => time.clock.now();
		const sandbox = await startSandbox({ [of.key]: watchedAccount, now });
		return new PollBench(platform, trigger, time, sandbox, ...others);
	}

	get clock(): FakeClock {
		return this.time.clock;
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

	/** Everything as it was at the start, with nobody who remembers anything. */
	reset(): void {
		this.time.clock = new FakeClock(NOW);
		this.stored = {};
		this.sandbox.reset();
		// To occurrences, which count, the account is another one now.
		this.happened = Object.create(this.sandbox) as Sandbox;
		this.otherServer.received.length = 0;
		this.foreignServer.received.length = 0;
		this.restart();
	}

	/** n8n is started anew with what it had stored. */
	restart(): void {
		this.limiter = new RateLimiter(this.clock);
		this.memory = copyOf(this.stored);
	}

	store(): void {
		this.stored = copyOf(this.memory);
	}

	happen({ occurrence }: WatchedEvent, times = 1): void {
		for (let time = 0; time < times; time++) occurrence.happens(this.happened);
	}

	async poll(
		{ occurrence: { event, parameters } }: WatchedEvent,
		options: INodeParameters = {},
		tampering?: Tampering,
	): Promise<PollOutcome> {
		const { clock, limiter, sandbox, trigger, memory } = this;
		const { credentialType, credential } = this.platform.of;
		const settings = {
			parameters: [{ event, ...parameters, options }],
			credential: credential(sandbox),
			staticData: memory,
		};
		const node = new FakeNode(settings, trigger.properties, credentialType);
		const transport = new TamperedTransport(this.transport, clock, tampering);
		const ports = { clock, transport: () => transport, limiter: () => limiter };
		const before = sandbox.requests.length;
		const began = clock.uptime();
		let rows: IDataObject[] = [];
		let error: unknown;
		try {
			rows = await trigger.poll(node.asPollFunctions(), ports);
			if (rows.length > 0) this.store();
		} catch (thrown) {
			error = thrown;
		}
		return {
			rows,
			failedSlices: [],
			hints: [],
			logs: node.logs,
			error,
			sent: transport.sent,
			received: sandbox.requests.slice(before),
			tookMs: clock.uptime() - began,
		};
	}

	async close(): Promise<void> {
		const { transport, sandbox, otherServer, foreignServer } = this;
		await Promise.all([transport, sandbox, otherServer, foreignServer].map(async (each) => each.close()));
	}
}

function copyOf(data: IDataObject): IDataObject {
	return JSON.parse(JSON.stringify(data)) as IDataObject;
}
