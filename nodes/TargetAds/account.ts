import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { fixedAuth } from '../../connector/auth';
import type { Account } from '../shared/platform/platform';
import { parseAccessToken } from '../shared/platform/access-token';
import { withinAllowedDomains } from '../shared/platform/allowed-domains';
import { parseBaseUrl } from '../shared/platform/base-url';
import { ParameterError } from '../shared/parameters/parameter-error';
import { TargetAdsApi } from './api';

/** @throws {ParameterError} naming the field of the credential that cannot be used */
export function account(credential: ICredentialDataDecryptedObject): Account<TargetAdsApi> {
	const { accessToken, projectId, baseUrl } = credential;
	const token = parseAccessToken(accessToken);
	const project =
		typeof projectId === 'string' || typeof projectId === 'number' ? String(projectId).trim() : '';
	// Its value is not repeated: a token may have been pasted into the wrong field.
	if (!/^\d+$/.test(project))
		throw new ParameterError(
			'Project ID',
			'Project ID has to be a whole number.',
			'Enter it in the credential.',
		);
	const url = parseBaseUrl(baseUrl);
	return {
		baseUrl: url,
		auth: fixedAuth({ authorization: `Bearer ${token}` }),
		secrets: [token],
		identity: `${project} ${token}`,
		owner: project,
		api: (client) =>
			new TargetAdsApi(client, project, url, (other, field) =>
				withinAllowedDomains(other, credential, field),
			),
	};
}
