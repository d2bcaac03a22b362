import type { ExecutionLifecycleHooks } from 'n8n-core';
import type { IDataObject, INode, INodeExecutionData, IRun, ITaskData, Workflow } from 'n8n-workflow';

import { additionalDataOf } from './additional-data';
import { CredentialStore, CredentialsHelper, type CredentialData } from './credentials-helper';
import { type BinaryMode, host, intoEngine, type LogEntry } from './host';
import type { LoadedPackage } from './loaded-package';
import { EngineRun, type RunRecord } from './run-result';
import { runnableWorkflow, type WorkflowJson } from './workflow-json';

export interface RunOptions {
	/** By credential type; every node whose JSON names a credential of the type gets it. */
	credentials?: Record<string, CredentialData>;
	/** By credential id; goes before `credentials`. */
	credentialsById?: Record<string, CredentialData>;
	/**
	 * `manual` (default): a click on Execute. `trigger`: a production execution, which keeps static data. `integrated`: a
	 * sub-workflow, which keeps it too, whoever began.
	 */
	mode?: 'manual' | 'trigger' | 'integrated';
	/** How the workflow above began, of one that is `integrated`, as n8n 2.41 notes it. */
	rootExecutionMode?: 'manual' | 'trigger';
	/** Items for the start node; default one empty item. */
	input?: INodeExecutionData[];
	/** Default: the trigger that fits the mode, else the first node. */
	startNode?: string;
	/** The workflow's static data; after a production execution it holds what n8n would have saved. */
	staticData?: IDataObject;
	/** Real milliseconds after which the execution is stopped. */
	cancelAfterMs?: number;
	/** Stops the execution as n8n's Stop button does. */
	signal?: AbortSignal;
	/** Default `default`: in memory. */
	binaryMode?: BinaryMode;
	/** By node name; merged over the parameters in the JSON. */
	parameters?: Record<string, Record<string, unknown>>;
	/** Gets each message of `run.uiMessages` when it comes. */
	onProgress?: (message: string) => void;
}

const manualTrigger = 'n8n-nodes-base.manualTrigger';

function isTrigger(workflow: Workflow, node: INode): boolean {
	return workflow.nodeTypes
		.getByNameAndVersion(node.type, node.typeVersion)
		.description.group.includes('trigger');
}

/** @throws Error when there is no such node */
export function startNodeOf(workflow: Workflow, { startNode, mode }: RunOptions): INode {
	if (startNode !== undefined) {
		const node = workflow.getNode(startNode);
		if (node === null) throw new Error(`startNode: the workflow has no node "${startNode}"`);
		return node;
	}
	const nodes = Object.values(workflow.nodes).filter(({ disabled }) => disabled !== true);
	const triggers = nodes.filter((node) => isTrigger(workflow, node));
	const wantsManual = mode !== 'trigger';
	const found =
		triggers.find(({ type }) => (type === manualTrigger) === wantsManual) ??
		triggers[0] ??
		nodes.find(({ name }) => workflow.getParentNodes(name).length === 0);
	if (found === undefined) throw new Error('No node to start the workflow from could be found');
	return found;
}

interface Stoppable {
	cancel(): void;
}

let executions = 0;

/** Calls `cancel` when the options say so. @returns what takes the order back */
function stopWhenAsked(execution: Stoppable, { signal, cancelAfterMs }: RunOptions): () => void {
	const cancel = () => {
		execution.cancel();
	};
	const timer = cancelAfterMs === undefined ? undefined : setTimeout(cancel, cancelAfterMs);
	if (signal?.aborted === true) cancel();
	signal?.addEventListener('abort', cancel, { once: true });
	return () => {
		clearTimeout(timer);
		signal?.removeEventListener('abort', cancel);
	};
}

function startItem(input: INodeExecutionData[] = [{ json: {} }]): ITaskData {
	return {
		startTime: 0,
		executionIndex: 0,
		executionTime: 0,
		source: [],
		data: { main: [intoEngine(input)] },
	};
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The text of what `sendMessageToUI` sends: `{ source: '[Node: "name"]', messages: [...] }`. */
function consoleMessage(data: IDataObject | IDataObject[]): string {
	const messages = Array.isArray(data) ? data : (data.messages as unknown[]);
	return messages.map(asText).join(' ');
}

/** n8n saves static data after production executions only, failed ones included, and not after a stop. */
function keepStaticData(hooks: ExecutionLifecycleHooks, target: IDataObject): void {
	hooks.addHandler('workflowExecuteAfter', (_run: IRun, changed: IDataObject | undefined) => {
		if (hooks.mode === 'manual' || changed === undefined) return;
		for (const key of Object.keys(target)) Reflect.deleteProperty(target, key);
		Object.assign(target, JSON.parse(JSON.stringify(changed)));
	});
}

/** Runs one workflow on n8n's engine. @throws Error for wrong options; what fails in the run is in the result */
export async function runWorkflow(
	package_: LoadedPackage,
	json: WorkflowJson,
	options: RunOptions,
): Promise<EngineRun> {
	const { mode = 'manual', binaryMode = 'default', staticData = {} } = options;
	const executionId = String((executions += 1));
	const definition = runnableWorkflow(json, options.parameters);
	const workflow: Workflow = new host.workflow.Workflow({
		...definition,
		active: mode === 'trigger',
		nodeTypes: package_,
		staticData: intoEngine(staticData),
	});
	const startNode = startNodeOf(workflow, options);
	const store = new CredentialStore(options.credentials, options.credentialsById);
	const logs: LogEntry[] = [];
	const uiMessages: string[] = [];
	const log = (entry: LogEntry) => {
		logs.push(entry);
	};
	const sendDataToUI = (_type: string, data: IDataObject | IDataObject[]) => {
		const message = consoleMessage(data);
		uiMessages.push(message);
		options.onProgress?.(message);
	};

	const now = new Date();
	const saved = { ...definition, active: workflow.active, isArchived: false, createdAt: now, updatedAt: now };
	const hooks = new host.core.ExecutionLifecycleHooks(mode, executionId, {
		...saved,
		activeVersionId: null,
	});
	let savedStatus: string | undefined;
	hooks.addHandler('workflowExecuteAfter', (run: IRun) => {
		savedStatus = run.status;
	});
	keepStaticData(hooks, staticData);
	const credentialsHelper = new CredentialsHelper(package_, store);
	const { rootExecutionMode } = options;
	const parts = { credentialsHelper, executionId, hooks, sendDataToUI, rootExecutionMode };
	const additionalData = additionalDataOf(parts);

	const start = performance.now();
	const outcome = await host.scope.run({ binaryMode, log }, async (): Promise<RunRecord['outcome']> => {
		let takeBack: (() => void) | undefined;
		try {
			const execution = new host.core.WorkflowExecute(additionalData, mode).run({
				workflow,
				startNode,
				triggerToStartFrom: { name: startNode.name, data: startItem(options.input) },
			});
			takeBack = stopWhenAsked(execution, options);
			return { run: await execution };
		} catch (refusal) {
			return { refusal: refusal as Error };
		} finally {
			takeBack?.();
		}
	});
	return new EngineRun({
		outcome,
		status: savedStatus ?? 'error',
		nodeNames: new Set(Object.keys(workflow.nodes)),
		logs,
		uiMessages,
		staticData,
		credentialData: store.all(),
		durationMs: performance.now() - start,
	});
}
