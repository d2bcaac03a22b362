import type {
	ICredentialDataDecryptedObject,
	ICredentialsExpressionResolveValues,
	IExecuteData,
	INode,
	INodeParameters,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { host } from './host';

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
