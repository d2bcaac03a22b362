import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunction,
	ICredentialTestRequest,
	INodeCredentialTestResult,
	INodeType,
} from 'n8n-workflow';

import { additionalDataOf } from './additional-data';
import { type CredentialData, CredentialStore } from './credential-store';
import { testByRequest } from './credential-test-request';
import { CredentialsHelper } from './credentials-helper';
import { host, intoEngine, type LogEntry } from './host';
import type { LoadedPackage } from './loaded-package';

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
