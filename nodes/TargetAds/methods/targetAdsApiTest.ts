import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { testCredential } from '../../shared/editor/credential-test';
import { targetAds } from '../platform';
import { CredentialInvalidError } from '../../../connector/errors';

export async function targetAdsApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return testCredential(targetAds, credential.data ?? {}, async (api) => {
		const info = await api.tokenInfo();
		if (info?.valid === false)
			throw new CredentialInvalidError('TargetADS says that the token is not valid.');
	});
}
