import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startEngine, type Engine, type EngineRun, type RunOptions, type WorkflowJson } from '../../engine';
import type { TestPlatform } from '../../platforms/platform';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import type { FakeClock } from '../../support/fake-clock';
import { ofFile, ofTest } from '../../support/of-file';
import { secretIn } from '../../support/secrets';
import { tracesOf } from '../../support/traces';
import type { FakeNodeSettings } from '../shared/fake-node';
import { runOnFakeClock } from './fake-clock-run';

/** The engine with the built package, and a sandbox of its own. */
export class PlatformHarness {
	private constructor(
		private readonly platform: TestPlatform,
		readonly sandbox: Sandbox,
		readonly engine: Engine,
	) {}

	static async start(platform: TestPlatform, options: SandboxOptions = {}): Promise<PlatformHarness> {
		return new PlatformHarness(platform, await startSandbox(options), await startEngine());
	}

	get credential(): IDataObject {
		return this.platform.credential(this.sandbox);
	}

	/** A workflow with one node. */
	workflow(parameters: Record<string, unknown>, settings: Record<string, unknown> = {}): WorkflowJson {
		const { title: name, type, credentialType } = this.platform;
		const credentials = { [credentialType]: { id: 'credential-1', name } };
		return { nodes: [{ name, type, parameters, credentials, ...settings }] };
	}

	/** Runs any workflow; neither a secret nor a signed link may show in whatever it leaves behind. */
	async runWorkflow(json: WorkflowJson, options: RunOptions = {}): Promise<EngineRun> {
		const credentials = { [this.platform.credentialType]: this.credential, ...options.credentials };
		const run = await this.engine.run(json, { ...options, credentials });
		const secrets = this.platform.secrets(this.sandbox);
		const { messages, hints, items, logs, binaries } = await tracesOf(run);
		const shown = [messages, hints, items, logs, binaries].flat().find((text) => secretIn(text, secrets));
		if (shown !== undefined) throw new Error(`A secret or a signed link shows in: ${shown.slice(0, 300)}`);
		return run;
	}

	/** Runs one node, without `settings` on n8n's default: stop at an error. */
	async run(
		parameters: Record<string, unknown>,
		options: RunOptions = {},
		settings: Record<string, unknown> = {},
	): Promise<EngineRun> {
		return this.runWorkflow(this.workflow(parameters, settings), options);
	}

	/** The rows of a run that has to succeed. */
	async rows(parameters: Record<string, unknown>, options: RunOptions = {}): Promise<IDataObject[]> {
		const run = await this.run(parameters, options);
		if (run.error !== undefined) throw new Error(`The run failed: ${run.error.message}`);
		return run.json(this.platform.title);
	}

	/** Requests for report pages and jobs that reached the platform. */
	get reportRequests(): Sandbox['requests'] {
		return this.sandbox.requests.filter(({ path }) => path.includes('/reports/'));
	}

	reset(): void {
		this.sandbox.reset();
	}

	async close(): Promise<void> {
		await this.sandbox.close();
	}
}

/** What the tests of a platform's node have in common. */
export function testsOf(platform: TestPlatform) {
	const start = async (options: SandboxOptions = {}) => PlatformHarness.start(platform, options);
	return {
		/** The node's name in the workflows of the harness. */
		NODE: platform.title,
		TYPE: platform.credentialType,
		/** `open`: for one test. `ofFile`: for all of a file, the sandbox as new after each. */
		Harness: {
			open: async (options?: SandboxOptions) => ofTest(start(options)),
			ofFile: (options?: SandboxOptions) => ofFile(async () => start(options)),
		},
		runOnFakeClock: async (
			sandbox: Sandbox,
			parameters: INodeParameters,
			clock?: FakeClock,
			settings?: FakeNodeSettings,
		) => runOnFakeClock(platform, sandbox, parameters, clock, settings),
	};
}
