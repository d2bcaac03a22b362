import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { startEngine, type Engine, type EngineRun, type RunOptions, type WorkflowJson } from '../../engine';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { assertNoSecret } from './secrets';

/** What a harness needs to know of a platform's node. */
export interface NodeUnderTest {
	/** Its name in the test's workflows. */
	readonly node: string;
	/** As saved workflows name it. */
	readonly type: string;
	readonly credentialType: string;
	readonly credential: (sandbox: Sandbox) => IDataObject;
	/** Values that may show nowhere. */
	readonly secrets: (sandbox: Sandbox) => string[];
}

/** The engine with the built package, and a sandbox of its own. */
export class PlatformHarness {
	private constructor(
		private readonly under: NodeUnderTest,
		readonly sandbox: Sandbox,
		readonly engine: Engine,
	) {}

	static async start(under: NodeUnderTest, options: SandboxOptions = {}): Promise<PlatformHarness> {
		return new PlatformHarness(under, await startSandbox(options), await startEngine());
	}

	get credential(): IDataObject {
		return this.under.credential(this.sandbox);
	}

	/** A workflow with one node. */
	workflow(parameters: Record<string, unknown>, settings: Record<string, unknown> = {}): WorkflowJson {
		const { node, type, credentialType } = this.under;
		const credentials = { [credentialType]: { id: 'credential-1', name: node } };
		return { nodes: [{ name: node, type, parameters, credentials, ...settings }] };
	}

	/** Runs any workflow; whatever it leaves behind is searched for secrets. */
	async runWorkflow(json: WorkflowJson, options: RunOptions = {}): Promise<EngineRun> {
		const credentials = { [this.under.credentialType]: this.credential, ...options.credentials };
		const run = await this.engine.run(json, { ...options, credentials });
		await assertNoSecret(run, json, this.under.secrets(this.sandbox));
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
		return run.json(this.under.node);
	}

	/** Requests for report pages and jobs that reached the platform. */
	get reportRequests(): Sandbox['requests'] {
		return this.sandbox.requests.filter(({ path }) => path.includes('/reports/'));
	}

	async close(): Promise<void> {
		await this.sandbox.close();
	}
}

/** Rows in an order of their own, to compare sets in which rows may repeat. */
export function sorted(rows: Iterable<object>): string[] {
	return [...rows].map((row) => JSON.stringify(row)).sort();
}

export function jsonOf(items: readonly INodeExecutionData[]): IDataObject[] {
	return items.map(({ json }) => json);
}
