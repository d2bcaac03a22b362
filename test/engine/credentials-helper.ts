import type * as Core from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	ICredentialsExpressionResolveValues,
	IExecuteData,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { authenticateGeneric, resolveCredentialData } from './credential-expressions';
import { host, intoEngine } from './host';
import type { LoadedPackage } from './loaded-package';

export type CredentialData = Record<string, unknown>;

/** What stands in for n8n's table of credentials: decrypted data by id, or by type for every id. */
export class CredentialStore {
	private readonly byId = new Map<string, ICredentialDataDecryptedObject>();
	private readonly byType = new Map<string, ICredentialDataDecryptedObject>();

	constructor(byType: Record<string, CredentialData> = {}, byId: Record<string, CredentialData> = {}) {
		for (const [type, data] of Object.entries(byType)) this.byType.set(type, stored(data));
		for (const [id, data] of Object.entries(byId)) this.byId.set(id, stored(data));
	}

	/** @throws Error when the node's credential is in neither list, as n8n does for an unknown id. */
	read(details: INodeCredentialsDetails, type: string): ICredentialDataDecryptedObject {
		const data = this.byId.get(details.id ?? '') ?? this.byType.get(type);
		if (data === undefined) {
			throw new Error(`Credential with ID "${details.id ?? ''}" does not exist for type "${type}".`);
		}
		return stored(data);
	}

	write(details: INodeCredentialsDetails, type: string, data: ICredentialDataDecryptedObject): void {
		const id = details.id ?? '';
		if (this.byId.has(id)) this.byId.set(id, stored(data));
		else this.byType.set(type, stored(data));
	}

	/** Under the type or id that each was given by. */
	all(): Record<string, ICredentialDataDecryptedObject> {
		return { ...Object.fromEntries(this.byType), ...Object.fromEntries(this.byId) };
	}
}

function stored(data: CredentialData): ICredentialDataDecryptedObject {
	return intoEngine(data) as ICredentialDataDecryptedObject;
}

/** The node that n8n's credential Test runs in; preAuthentication then runs every time. */
function isCredentialTest(node: INode): boolean {
	return node.type === 'n8n-nodes-base.noOp' && node.parameters.temp === '';
}

/** What n8n keeps beside the fields of a type, and hands on: fields that it adds to every dialog, and tokens of OAuth2. */
function kept(data: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
	return Object.fromEntries(
		Object.entries(data).filter(([name]) =>
			['allowedHttpRequestDomains', 'allowedDomains', 'oauthTokenData'].includes(name),
		),
	);
}

function expirableProperty(type: ICredentialType): string | undefined {
	return type.properties.find(({ type: kind, typeOptions }) => kind === 'hidden' && typeOptions?.expirable)
		?.name;
}

/**
 * What n8n's server does with credentials between the database and the engine (packages/cli, CredentialsHelper).
 * Left out: OAuth1 types and the connecting of OAuth2 ones, external secrets, overwrites and dynamic credentials.
 */
export class CredentialsHelper extends host.workflow.ICredentialsHelper {
	constructor(
		private readonly package_: LoadedPackage,
		private readonly store: CredentialStore,
	) {
		super();
	}

	getParentTypes(name: string): string[] {
		const parents = this.package_.credentialType(name).extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode(credentialType: string, nodeType: string): boolean {
		if (this.package_.credentialType(credentialType).restrictToSupportedNodes !== true) return true;
		return this.package_.supportedNodes(credentialType).includes(nodeType);
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		const { extends: parents = [], properties } = this.package_.credentialType(type);
		const all: INodeProperties[] = [];
		for (const parent of parents) {
			host.workflow.NodeHelpers.mergeNodeProperties(all, this.getCredentialsProperties(parent));
		}
		host.workflow.NodeHelpers.mergeNodeProperties(all, properties);
		return all;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const options = requestOptions as IHttpRequestOptions;
		const { authenticate } = this.package_.credentialType(typeName);
		if (authenticate === undefined) return options;
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		if (workflow === undefined || node === undefined) {
			throw new Error('Workflow and node are required for declarative credential authentication');
		}
		return authenticateGeneric(authenticate, credentials, options, workflow, node);
	}

	/**
	 * Called before every request of the ...WithAuthentication functions (`credentialsExpired` false) and again after a
	 * 401 (true). It runs only for types with a hidden `expirable` property: when that is empty, expired, or in Test.
	 * Everything it returns is stored, save what the user wrote as an expression.
	 */
	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.package_.credentialType(typeName);
		const expirable = expirableProperty(type);
		if (expirable === undefined || type.preAuthentication === undefined) return undefined;
		if (credentials[expirable] !== '' && !credentialsExpired && !isCredentialTest(node)) return undefined;

		const issued = (await type.preAuthentication.call(
			helpers,
			credentials,
		)) as ICredentialDataDecryptedObject;
		const details = node.credentials?.[typeName];
		// n8n stores nothing, and goes on with the old data, unless the expirable property is among what came back.
		if (issued[expirable] === undefined || details === undefined) return undefined;

		const data = this.store.read(details, typeName);
		for (const [name, value] of Object.entries(issued)) {
			if (name === expirable || !host.workflow.isExpression(data[name])) data[name] = value;
		}
		await this.updateCredentials(details, typeName, data);
		return Object.assign(credentials, issued);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { preAuthentication } = this.package_.credentialType(typeName);
		return (await preAuthentication?.call(helpers, credentials)) as
			ICredentialDataDecryptedObject | undefined;
	}

	async getCredentials(details: INodeCredentialsDetails, type: string): Promise<Core.Credentials> {
		const credentials = new host.core.Credentials({ id: details.id, name: details.name }, type);
		await credentials.setData(this.store.read(details, type));
		return credentials;
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		at?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const data = this.store.read(details, type);
		if (raw === true) return data;
		const complete = { ...this.withDefaults(type, data), ...kept(data) };
		return resolveCredentialData(complete, additionalData, mode, executeData, at);
	}

	/** The stored data with the defaults of the properties that it lacks, and without what is no property. */
	withDefaults(type: string, data: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
		return host.workflow.NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(type),
			data as INodeParameters,
			true,
			false,
			null,
			null,
		) as ICredentialDataDecryptedObject;
	}

	async updateCredentials(
		details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.store.write(details, type, data);
	}

	async updateCredentialsOauthTokenData(
		details: INodeCredentialsDetails,
		type: string,
		{ oauthTokenData }: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.store.write(details, type, {
			...this.store.read(details, type),
			...(oauthTokenData && { oauthTokenData }),
		});
	}
}
