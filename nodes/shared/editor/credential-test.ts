import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { ConnectorError, createRedactor } from '../../../connector/errors';
import { adviceInEditor, adviceOn, requestIdText } from '../errors/advice';
import { ParameterError } from '../parameters/parameter-error';
import { editorApi } from './editor-api';
import type { Platform } from '../platform/platform';
import { processPorts, type Ports } from '../platform/ports';

/** A `credentialTest` method. @param probe one cheap request */
export function credentialTest<Api>(platform: Platform<Api>, probe: (api: Api) => Promise<unknown>) {
	return async function (
		this: ICredentialTestFunctions,
		credential: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		return testCredential(platform, credential.data ?? {}, probe);
	};
}

/** What n8n shows after Test in the credential dialog: connected, or what is wrong and what to do about it. */
export async function testCredential<Api>(
	platform: Platform<Api>,
	credential: ICredentialDataDecryptedObject,
	probe: (api: Api) => Promise<unknown>,
	ports: Ports = processPorts,
): Promise<INodeCredentialTestResult> {
	let redact = createRedactor([], platform.secretHeaders);
	try {
		const { api, secrets } = await editorApi(platform, credential, ports);
		redact = createRedactor(secrets, platform.secretHeaders);
		await probe(api);
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		return { status: 'Error', message: redact(explain(platform, error)) };
	}
}

function explain<Api>({ advice }: Platform<Api>, error: unknown): string {
	if (error instanceof ConnectorError)
		return `${error.message} ${adviceOn(aboutAddress(error), adviceInEditor(advice))}${requestIdText(error)}`;
	if (error instanceof ParameterError) return [error.message, error.advice].filter(Boolean).join(' ');
	return error instanceof Error ? error.message : String(error);
}

/** Test asks for nothing by an ID: what is not found is the address, even if that is said in the platform's own form. */
function aboutAddress(error: ConnectorError): ConnectorError {
	return error.kind === 'not-found' ? error.with({ unforeseen: error.unforeseen ?? 'form' }) : error;
}
