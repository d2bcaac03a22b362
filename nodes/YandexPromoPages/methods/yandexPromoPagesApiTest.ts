import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { testCredential } from '../../shared/editor/credential-test';
import { yandexPromoPages } from '../platform';

export async function yandexPromoPagesApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return testCredential(yandexPromoPages, credential.data ?? {}, async (api) => {
		await api.permissions();
	});
}
