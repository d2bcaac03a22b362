import type { IDataObject, INode, INodeExecutionData, IRun, ITaskData } from 'n8n-workflow';

import { host } from './host';
import type { LogEntry } from './host';

/** An error as n8n keeps it with an execution: a plain object. */
export interface RunError {
	name?: string;
	message: string;
	description?: string | null;
	context?: IDataObject;
	/** Of NodeApiError. */
	httpCode?: string | null;
	node?: INode;
	stack?: string;
	[property: string]: unknown;
}

export interface RunRecord {
	/** n8n's result of the execution, or why it could not be started. */
	outcome: { run: IRun } | { refusal: Error };
	/** As n8n saved it; a stopped execution is `canceled` whatever the node threw afterwards. */
	status: string;
	nodeNames: ReadonlySet<string>;
	logs: LogEntry[];
	uiMessages: string[];
	staticData: IDataObject;
	credentialData: Record<string, IDataObject>;
	durationMs: number;
}

/** What is left of one execution. */
export class EngineRun {
	readonly status: string;
	readonly logs: readonly LogEntry[];
	/** What nodes sent to the browser's console (manual runs only). */
	readonly uiMessages: readonly string[];
	readonly staticData: IDataObject;
	/** By type or id, as given: the credentials as they are stored after the run. */
	readonly credentialData: Record<string, IDataObject>;
	readonly durationMs: number;

	constructor(private readonly record: RunRecord) {
		this.status = record.status;
		this.logs = record.logs;
		this.uiMessages = record.uiMessages;
		this.staticData = record.staticData;
		this.credentialData = record.credentialData;
		this.durationMs = record.durationMs;
	}

	/** The error that ended the execution. */
	get error(): RunError | undefined {
		const { outcome } = this.record;
		const error = 'run' in outcome ? outcome.run.data.resultData.error : outcome.refusal;
		return error as RunError | undefined;
	}

	/** The node that ran last. */
	get lastNode(): string | undefined {
		const { outcome } = this.record;
		return 'run' in outcome ? outcome.run.data.resultData.lastNodeExecuted : undefined;
	}

	/** The nodes that ran, in the order of their first run. */
	get nodes(): string[] {
		const { outcome } = this.record;
		return 'run' in outcome ? Object.keys(outcome.run.data.resultData.runData) : [];
	}

	/** Items of one output of a node, of all its runs; none if it did not run. */
	items(node: string, outputIndex = 0): INodeExecutionData[] {
		return this.tasks(node).flatMap((task) => task.data?.main?.[outputIndex] ?? []);
	}

	/** The same items' `json`, as n8n saves them: what JSON cannot hold is gone. */
	json(node: string, outputIndex = 0): IDataObject[] {
		return JSON.parse(JSON.stringify(this.items(node, outputIndex).map(({ json }) => json))) as IDataObject[];
	}

	/** Number of the node's outputs that n8n got data for. */
	outputs(node: string): number {
		return this.tasks(node).at(-1)?.data?.main?.length ?? 0;
	}

	hints(node: string): string[] {
		return this.tasks(node).flatMap((task) => (task.hints ?? []).map(({ message }) => message));
	}

	/** The error of a node, also where the workflow went on. */
	nodeError(node: string): RunError | undefined {
		return this.tasks(node).at(-1)?.error as RunError | undefined;
	}

	/** The file of an item, wherever n8n keeps it. */
	async binary(item: INodeExecutionData, property = 'data'): Promise<Buffer> {
		const data = item.binary?.[property];
		if (data === undefined) throw new Error(`The item has no binary property "${property}"`);
		return await (await host.binaryData).getAsBuffer(data);
	}

	private tasks(node: string): ITaskData[] {
		if (!this.record.nodeNames.has(node)) throw new Error(`The workflow has no node "${node}"`);
		const { outcome } = this.record;
		return 'run' in outcome ? (outcome.run.data.resultData.runData[node] ?? []) : [];
	}
}
