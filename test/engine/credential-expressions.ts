import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialsExpressionResolveValues,
	IExecuteData,
	IHttpRequestOptions,
	INode,
	INodeParameters,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { host } from './host';

/** `{ headers: { Authorization: '=Bearer {{$credentials.accessToken}}' } }` and the like, put onto a request. */
export function authenticateGeneric(
	{ properties }: IAuthenticateGeneric,
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
	workflow: Workflow,
	node: INode,
): IHttpRequestOptions {
	const resolve = (value: string): string => {
		if (!value.startsWith('=')) return value;
		const keys = { $credentials: credentials };
		const resolved = workflow.expression.getSimpleParameterValue(
			node,
			value,
			'internal',
			keys,
			undefined,
			'',
		);
		return typeof resolved === 'string' || typeof resolved === 'number' ? String(resolved) : '';
	};
	const request = requestOptions as unknown as Record<string, Record<string, string> | undefined>;
	request.headers ??= {};
	for (const [part, values] of Object.entries(properties)) {
		const target = (request[part] ??= {});
		for (const [name, value] of Object.entries(values as Record<string, string>)) {
			target[resolve(name)] = resolve(value);
		}
	}
	return requestOptions;
}

const nowhere: INode = {
	id: 'credential',
	name: '',
	type: 'mock',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const noProperties = { description: { properties: [] } } as unknown as INodeType;

const onlyNowhere: INodeTypes = {
	getByName: () => noProperties,
	getByNameAndVersion: () => noProperties,
	getKnownTypes: () => ({}),
};

/** Resolves expressions in a credential's fields: with the item at hand in a run, without any item otherwise. */
export function resolveCredentialData(
	data: ICredentialDataDecryptedObject,
	additionalData: IWorkflowExecuteAdditionalData,
	mode: WorkflowExecuteMode,
	executeData: IExecuteData | undefined,
	at: ICredentialsExpressionResolveValues | undefined,
): ICredentialDataDecryptedObject {
	const keys = host.core.getAdditionalKeys(additionalData, mode, null, { isCredential: true });
	const parameters = data as INodeParameters;
	if (at === undefined) {
		const workflow = new host.workflow.Workflow({
			nodes: [nowhere],
			connections: {},
			active: false,
			nodeTypes: onlyNowhere,
		});
		return workflow.expression.getComplexParameterValue(
			nowhere,
			parameters,
			mode,
			keys,
			undefined,
			undefined,
			parameters,
		) as ICredentialDataDecryptedObject;
	}
	return at.workflow.expression.getParameterValue(
		parameters,
		at.runExecutionData,
		at.runIndex,
		at.itemIndex,
		at.node.name,
		at.connectionInputData,
		mode,
		keys,
		executeData,
		false,
		parameters,
	) as ICredentialDataDecryptedObject;
}
