import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunction,
	ICredentialTestRequest,
	INode,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { additionalDataOf } from './additional-data';
import { CredentialStore, CredentialsHelper, type CredentialData } from './credentials-helper';
import { host, intoEngine, type LogEntry } from './host';
import type { LoadedPackage } from './loaded-package';

interface RequestFailure {
	message: string;
	cause?: { code?: string; response?: { status: number; statusText: string } };
}

/** The node's type with one property only, whose routing is the test's request. */
function typeWithRequest(
	type: INodeType,
	credential: string,
	{ request }: ICredentialTestRequest,
): INodeType {
	const temp = {
		displayName: 'Temp',
		name: 'temp',
		type: 'string' as const,
		default: '',
		routing: { request },
	};
	const credentials = [{ name: credential, required: true }];
	return { description: { ...type.description, credentials, properties: [temp] } };
}

async function sendRequest(
	nodeType: string,
	type: INodeType,
	credential: ICredentialsDecrypted,
	additionalData: IWorkflowExecuteAdditionalData,
): Promise<INodeExecutionData[][] | undefined> {
	const nodeTypes: INodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	};
	const node: INode = intoEngine({
		id: 'temp',
		name: 'Temp-Node',
		type: nodeType,
		typeVersion: 1,
		position: [0, 0],
		parameters: { temp: '' },
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
	});
	const workflow = new host.workflow.Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const context = new host.core.ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		host.workflow.createRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	return await new host.core.RoutingNode(context, type, credential).runNode();
}

function messageOf(failure: RequestFailure, rules: ICredentialTestRequest['rules'] = []): string {
	const { code, response } = failure.cause ?? {};
	if (response === undefined) return code ?? failure.message;
	for (const rule of rules) {
		if (rule.type !== 'responseCode' || !('value' in rule.properties)) continue;
		if (rule.properties.value === response.status) return rule.properties.message;
	}
	return response.statusText === '' ? `Received HTTP status code: ${response.status}` : response.statusText;
}

/** A key may be a path: `error.code`. */
function valueAt(json: unknown, key: string): unknown {
	return key.split('.').reduce<unknown>((value, name) => {
		return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
	}, json);
}

/** The declarative `test` of a credential type (or of a node's `testedBy`), with n8n's texts. */
export async function testByRequest(
	package_: LoadedPackage,
	{ request, nodeType }: { request: ICredentialTestRequest; nodeType: string },
	credential: ICredentialsDecrypted,
	additionalData: IWorkflowExecuteAdditionalData,
): Promise<INodeCredentialTestResult> {
	const type = typeWithRequest(package_.getByNameAndVersion(nodeType), credential.type, request);
	let answer: INodeExecutionData[][] | undefined;
	try {
		answer = await sendRequest(nodeType, type, credential, additionalData);
	} catch (error) {
		return { status: 'Error', message: messageOf(error as RequestFailure, request.rules) };
	}
	for (const rule of request.rules ?? []) {
		if (rule.type !== 'responseSuccessBody' || !('key' in rule.properties)) continue;
		const { key, value, message } = rule.properties;
		if (valueAt(answer?.[0]?.[0]?.json, key) === value) return { status: 'Error', message };
	}
	return { status: 'OK', message: 'Connection successful!' };
}

export interface CredentialTestResult extends INodeCredentialTestResult {
	/** The credential as it is stored afterwards. */
	credentialData: ICredentialDataDecryptedObject;
	logs: LogEntry[];
}

export interface CredentialTestRequest {
	request: ICredentialTestRequest;
	nodeType: string;
}

/** A node's `testedBy` names a function of its `methods.credentialTest`, or states a request. */
function testOfNode(node: INodeType, nodeType: string, credential: string) {
	const testedBy = node.description.credentials?.find(({ name }) => name === credential)?.testedBy;
	if (typeof testedBy === 'string') return node.methods?.credentialTest?.[testedBy];
	return testedBy === undefined ? undefined : { request: testedBy, nodeType };
}

/** n8n looks at the credential type first, then at the nodes that use it. */
function findTest(
	package_: LoadedPackage,
	type: string,
): ICredentialTestFunction | CredentialTestRequest | undefined {
	const { test } = package_.credentialType(type);
	if (test !== undefined) return { request: test, nodeType: 'n8n-nodes-base.noOp' };
	for (const nodeType of package_.supportedNodes(type)) {
		const found = testOfNode(package_.getByNameAndVersion(nodeType), nodeType, type);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** What "Test" in n8n's credential dialog does with a saved credential. */
export async function testCredential(
	package_: LoadedPackage,
	type: string,
	data: CredentialData,
): Promise<CredentialTestResult> {
	const store = new CredentialStore({ [type]: data });
	const credentialsHelper = new CredentialsHelper(package_, store);
	const additionalData = additionalDataOf({ credentialsHelper });
	const details = { id: type, name: type };
	const logs: LogEntry[] = [];
	const log = (entry: LogEntry) => {
		logs.push(entry);
	};
	const result = await host.scope.run({ binaryMode: 'default', log }, async () => {
		const test = findTest(package_, type);
		if (test === undefined) {
			return { status: 'Error' as const, message: 'No testing function found for this credential.' };
		}
		const decrypted = {
			...details,
			type,
			data: await credentialsHelper.getDecrypted(additionalData, details, type, 'internal'),
		};
		if (typeof test !== 'function') return await testByRequest(package_, test, decrypted, additionalData);
		return await test.call(new host.core.CredentialTestContext(additionalData), intoEngine(decrypted));
	});
	return { ...result, credentialData: store.read(details, type), logs };
}
