import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { testCredential } from '../../shared/editor/credential-test';
import { adfox } from '../platform';
import { dictionaries } from '../catalogue/dictionaries';

/** A short list, which API assistants of every right may read (sheet 1.3). */
export async function adfoxApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return testCredential(adfox, credential.data ?? {}, async (api) => {
		await api.page(dictionaries.position, [], { offset: 0, limit: 1 });
	});
}
