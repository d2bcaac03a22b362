import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { additionalDataOf } from './additional-data';
import { CredentialStore, CredentialsHelper, type CredentialData } from './credentials-helper';
import { host, intoEngine, type LogEntry } from './host';
import type { LoadedPackage } from './loaded-package';
import { startNodeOf } from './run';
import { runnableWorkflow, type WorkflowJson } from './workflow-json';

export interface TriggerOptions {
	/** By credential type. */
	credentials?: Record<string, CredentialData>;
	/** Where n8n is reached from outside. */
	webhookBaseUrl?: string;
}

type WebhookMethod = 'checkExists' | 'create' | 'delete';

/**
 * A workflow with a trigger node as n8n keeps it while it is active: polls, webhooks and their registration, and the
 * static data, which n8n stores with each emission and after an activation (packages/cli, ActiveWorkflowManager).
 */
export class ActiveTrigger {
	readonly logs: LogEntry[] = [];
	/** As stored: what a restart begins with. */
	stored: IDataObject = {};
	private readonly json: WorkflowJson;
	private workflow: Workflow;

	constructor(
		private readonly package_: LoadedPackage,
		json: WorkflowJson,
		private readonly options: TriggerOptions,
	) {
		this.json = json;
		this.workflow = this.load();
	}

	/** @returns what it starts the workflow with at once */
	async activate(): Promise<IDataObject[]> {
		if (this.hasWebhook && !(await this.webhookMethod('checkExists'))) await this.webhookMethod('create');
		const items = await this.poll();
		this.save();
		return items;
	}

	async deactivate(): Promise<void> {
		if (this.hasWebhook) await this.webhookMethod('delete');
		this.save();
	}

	async poll(): Promise<IDataObject[]> {
		const outputs = await this.polled('trigger');
		if (outputs !== null) this.save();
		return jsonOf(outputs);
	}

	/** "Fetch Test Event". */
	async test(): Promise<IDataObject[]> {
		return jsonOf(await this.polled('manual'));
	}

	/** n8n is started anew. */
	restart(): void {
		this.workflow = this.load();
	}

	/** A request to the node's webhook. @returns undefined where it starts nothing */
	async receive(body: unknown, mode: WorkflowExecuteMode = 'webhook'): Promise<IDataObject[] | undefined> {
		const { node, type } = this;
		const request = { body, headers: {}, params: {}, query: {} };
		const data = {
			...this.additionalData(),
			httpRequest: request,
		} as unknown as IWorkflowExecuteAdditionalData;
		const context = new host.core.WebhookContext(this.workflow, node, data, mode, this.webhook, [], null);
		const answer = await this.scoped(async () => type.webhook!.call(context));
		this.save();
		return answer.workflowData === undefined ? undefined : jsonOf(answer.workflowData);
	}

	/** Where the node's webhook is reached. */
	get webhookUrl(): string | undefined {
		const context = new host.core.HookContext(
			this.workflow,
			this.node,
			this.additionalData(),
			'trigger',
			'activate',
			this.webhook,
		);
		return context.getNodeWebhookUrl('default');
	}

	private async polled(mode: WorkflowExecuteMode): Promise<INodeExecutionData[][] | null> {
		const { node, type } = this;
		const activation = mode === 'manual' ? 'manual' : 'activate';
		const context = new host.core.PollContext(this.workflow, node, this.additionalData(), mode, activation);
		return this.scoped(async () => type.poll!.call(context));
	}

	private async webhookMethod(method: WebhookMethod): Promise<boolean> {
		const activation = method === 'delete' ? 'update' : 'activate';
		const context = new host.core.HookContext(
			this.workflow,
			this.node,
			this.additionalData(),
			'trigger',
			activation,
			this.webhook,
		);
		return this.scoped(async () => this.type.webhookMethods!.default![method].call(context));
	}

	/** n8n leaves a webhook out whose method is no text. */
	private get hasWebhook(): boolean {
		const [description] = this.type.description.webhooks ?? [];
		if (description === undefined) return false;
		const { expression } = this.workflow;
		const method = expression.getSimpleParameterValue(
			this.node,
			description.httpMethod,
			'internal',
			{},
			undefined,
		);
		return method === 'POST';
	}

	private get webhook(): IWebhookData {
		const [webhookDescription] = this.type.description.webhooks ?? [];
		return { webhookDescription } as IWebhookData;
	}

	private get node(): INode {
		return startNodeOf(this.workflow, { mode: 'trigger' });
	}

	private get type(): INodeType {
		const { type, typeVersion } = this.node;
		return this.package_.getByNameAndVersion(type, typeVersion);
	}

	private additionalData(): IWorkflowExecuteAdditionalData {
		const store = new CredentialStore(this.options.credentials);
		const data = additionalDataOf({ credentialsHelper: new CredentialsHelper(this.package_, store) });
		const { webhookBaseUrl = data.webhookBaseUrl } = this.options;
		return { ...data, webhookBaseUrl };
	}

	private async scoped<Result>(work: () => Promise<Result>): Promise<Result> {
		const log = (entry: LogEntry) => {
			this.logs.push(entry);
		};
		return host.scope.run({ binaryMode: 'default', log }, work);
	}

	private load(): Workflow {
		return new host.workflow.Workflow({
			...runnableWorkflow(this.json),
			active: true,
			nodeTypes: this.package_,
			staticData: intoEngine(this.stored),
		});
	}

	private save(): void {
		this.stored = JSON.parse(JSON.stringify(this.workflow.staticData)) as IDataObject;
	}
}

function jsonOf(outputs: INodeExecutionData[][] | null): IDataObject[] {
	const [items = []] = outputs ?? [];
	return JSON.parse(JSON.stringify(items.map(({ json }) => json))) as IDataObject[];
}
