import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { startEngine, type Engine, type EngineRun, type RunOptions, type WorkflowJson } from '../../engine';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { assertNoSecret } from './secrets';

export const NODE = 'TargetADS';

/** A workflow with one TargetADS node. */
export function workflow(
	parameters: Record<string, unknown>,
	settings: Record<string, unknown> = {},
): WorkflowJson {
	return {
		nodes: [
			{
				name: NODE,
				type: 'n8n-nodes-ru-ads.targetAds',
				parameters,
				credentials: { targetAdsApi: { id: 'targetads-1', name: 'TargetADS' } },
				...settings,
			},
		],
	};
}

/** The engine with the built package, and a TargetADS of its own. */
export class Harness {
	private constructor(
		readonly sandbox: Sandbox,
		readonly engine: Engine,
	) {}

	static async open(options: SandboxOptions = {}): Promise<Harness> {
		return new Harness(await startSandbox(options), await startEngine());
	}

	get credential(): IDataObject {
		const { token, projectId, baseUrl } = this.sandbox.targetAds;
		return { accessToken: token, projectId: String(projectId), baseUrl };
	}

	/** Runs any workflow; whatever it leaves behind is searched for the token. */
	async runWorkflow(json: WorkflowJson, options: RunOptions = {}): Promise<EngineRun> {
		const credentials = { targetAdsApi: this.credential, ...options.credentials };
		const run = await this.engine.run(json, { ...options, credentials });
		await assertNoSecret(run, json, this.sandbox);
		return run;
	}

	/** Runs one TargetADS node, without `settings` on n8n's default: stop at an error. */
	async run(
		parameters: Record<string, unknown>,
		options: RunOptions = {},
		settings: Record<string, unknown> = {},
	): Promise<EngineRun> {
		return this.runWorkflow(workflow(parameters, settings), options);
	}

	/** The rows of a run that has to succeed. */
	async rows(parameters: Record<string, unknown>, options: RunOptions = {}): Promise<IDataObject[]> {
		const run = await this.run(parameters, options);
		if (run.error !== undefined) throw new Error(`The run failed: ${run.error.message}`);
		return run.json(NODE);
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

export const day = (request: { body: unknown }) =>
	(request.body as { InteractionFilter: { DateFrom: string; DateTo: string } }).InteractionFilter;

export const idsOf = (request: { body: unknown }) =>
	(request.body as { InteractionFilter: { MediaCampaignId?: number[] } }).InteractionFilter.MediaCampaignId;
