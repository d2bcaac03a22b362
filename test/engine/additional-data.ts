import type { ExecutionLifecycleHooks } from 'n8n-core';
import type {
	IDataObject,
	INodeParameters,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import type { CredentialsHelper } from './credentials-helper';
import { host } from './host';

export interface AdditionalDataParts {
	credentialsHelper: CredentialsHelper;
	executionId?: string;
	hooks?: ExecutionLifecycleHooks;
	currentNodeParameters?: INodeParameters;
	rootExecutionMode?: WorkflowExecuteMode;
	sendDataToUI?: (type: string, data: IDataObject | IDataObject[]) => void;
}

function notHere(name: string): () => never {
	return () => {
		throw new Error(`${name} is not part of this harness.`);
	};
}

const server = 'http://localhost:5678';

/** What n8n's server hands to the engine beside the workflow. The engine reads the URLs, so they must be valid. */
export function additionalDataOf(parts: AdditionalDataParts): IWorkflowExecuteAdditionalData {
	return {
		...parts,
		currentNodeExecutionIndex: 0,
		externalSecretsProxy: host.externalSecretsProxy,
		variables: {},
		instanceBaseUrl: `${server}/`,
		restApiUrl: `${server}/rest`,
		formBaseUrl: `${server}/form`,
		formWaitingBaseUrl: `${server}/form-waiting`,
		formTestBaseUrl: `${server}/form-test`,
		webhookBaseUrl: `${server}/webhook`,
		webhookWaitingBaseUrl: `${server}/webhook-waiting`,
		webhookTestBaseUrl: `${server}/webhook-test`,
		mcpBaseUrl: `${server}/mcp`,
		mcpTestBaseUrl: `${server}/mcp-test`,
		setExecutionStatus: () => {},
		logAiEvent: () => {},
		executeWorkflow: notHere('A sub-workflow'),
		getRunExecutionData: notHere('The data of another execution'),
		getRuntimeCredential: notHere('A runtime credential'),
		startRunnerTask: notHere('The task runner'),
	};
}
