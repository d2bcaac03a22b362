import {
	NodeHelpers,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeProperties,
	type INodeTypeDescription,
	type IPollFunctions,
	type NodeParameterValueType,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { StoredFiles } from './stored-files';

/** A node of a workflow. */
export const someNode: INode = {
	id: 'n1',
	name: 'My Node',
	type: 'n8n-nodes-ru-ads.fake',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

export interface FakeNodeSettings {
	/** Of each input item; what is not given is at its default, what is hidden by another one is absent. */
	readonly parameters?: readonly INodeParameters[];
	/** Input items; empty ones if not given. */
	readonly input?: readonly INodeExecutionData[];
	readonly continueOnFail?: boolean;
	readonly type?: string;
	readonly retryOnFail?: boolean;
	readonly name?: string;
	readonly id?: string;
	readonly mode?: WorkflowExecuteMode;
	/** Of the workflow, as n8n saves it: of `global`, and of `node:<name>`. */
	readonly staticData?: IDataObject;
	/** What n8n keeps beside its public interface. */
	readonly internals?: object;
	readonly cancel?: AbortSignal;
	readonly credentialId?: string;
	readonly credential?: IDataObject;
	/** By input item, where expressions make them differ. */
	readonly credentials?: readonly IDataObject[];
	readonly files?: StoredFiles;
}

/** What n8n is to a node during one execution, as far as the shared parts use it. Keeps what it was told. */
export class FakeNode {
	/** Each is a box of its own in the editor. */
	readonly hints: string[] = [];
	/** "level: message" */
	readonly logs: string[] = [];
	readonly browser: unknown[] = [];
	readonly staticData: IDataObject;
	readonly files: StoredFiles;
	private readonly node: INode;
	private readonly parameters: readonly INodeParameters[];

	constructor(
		private readonly settings: FakeNodeSettings,
		properties: readonly INodeProperties[],
		credentialType: string,
	) {
		const { parameters = [{}], credentialId = 'c1' } = settings;
		const { type = someNode.type, name = someNode.name, id = someNode.id } = settings;
		this.staticData = settings.staticData ?? {};
		this.files = settings.files ?? new StoredFiles();
		this.node = {
			...someNode,
			...{ type, name, id },
			retryOnFail: settings.retryOnFail ?? false,
			credentials: { [credentialType]: { id: credentialId, name: 'My Credential' } },
		};
		// What n8n tells `@tool` by.
		const description = { name: type } as INodeTypeDescription;
		this.node.parameters = parameters[0] ?? {};
		this.parameters = parameters.map(
			(given) =>
				NodeHelpers.getNodeParameters([...properties], given, true, false, this.node, description) ?? {},
		);
	}

	/** What the hints say, each thing by itself. */
	get told(): string[] {
		return this.hints.flatMap((hint) => hint.split('\n'));
	}

	asExecuteFunctions(): IExecuteFunctions {
		const { settings, node } = this;
		const fake: Pick<
			IExecuteFunctions,
			| 'addExecutionHints'
			| 'continueOnFail'
			| 'getCredentials'
			| 'getExecutionCancelSignal'
			| 'getInputData'
			| 'getMode'
			| 'getNode'
			| 'getNodeParameter'
			| 'getWorkflowStaticData'
			| 'helpers'
			| 'logger'
			| 'sendMessageToUI'
		> = {
			addExecutionHints: (...hints) => {
				for (const { message } of hints) this.hints.push(message);
			},
			continueOnFail: () => settings.continueOnFail ?? false,
			getCredentials: <T extends object>(_type: string, itemIndex = 0) =>
				Promise.resolve((settings.credentials?.[itemIndex] ?? settings.credential ?? {}) as T),
			getExecutionCancelSignal: () => settings.cancel,
			getInputData: () => [...(settings.input ?? this.parameters.map(() => ({ json: {} })))],
			getMode: () => settings.mode ?? 'trigger',
			getNode: () => node,
			getNodeParameter: ((name: string, itemIndex: number, fallback?: NodeParameterValueType) => {
				const value = this.parameters[itemIndex]?.[name] ?? fallback;
				// As n8n does, for a parameter that is hidden and has nothing to fall back on.
				if (value === undefined) throw new Error(`Could not get parameter "${name}"`);
				return value;
			}) as IExecuteFunctions['getNodeParameter'],
			getWorkflowStaticData: (type) =>
				(this.staticData[type === 'global' ? type : `node:${node.name}`] ??= {}) as IDataObject,
			helpers: { prepareBinaryData: this.files.prepareBinaryData } as IExecuteFunctions['helpers'],
			logger: {
				debug: (message) => this.logs.push(`debug: ${message}`),
				info: (message) => this.logs.push(`info: ${message}`),
				warn: (message) => this.logs.push(`warn: ${message}`),
				error: (message) => this.logs.push(`error: ${message}`),
			},
			sendMessageToUI: (message: unknown) => {
				this.browser.push(message);
			},
		};
		return { ...settings.internals, ...fake } as IExecuteFunctions;
	}

	/** The same for a trigger, which has no input items. */
	asPollFunctions(): IPollFunctions {
		const { getNodeParameter, getCredentials, ...fake } = this.asExecuteFunctions();
		return {
			...fake,
			getCredentials: (type: string) => getCredentials(type),
			getNodeParameter: (name: string, fallback?: object) => getNodeParameter(name, 0, fallback),
		} as unknown as IPollFunctions;
	}
}
