import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { fixedAuth } from '../../connector/auth';
import type { Account } from '../shared/items/platform';
import { parseBaseUrl } from '../shared/parameters/base-url';
import { ParameterError } from '../shared/parameters/parameter-error';

export interface TargetAdsAccount extends Account {
	readonly projectId: string;
}

/** @throws {ParameterError} naming the field of the credential that cannot be used */
export function account({
	accessToken,
	projectId,
	baseUrl,
}: ICredentialDataDecryptedObject): TargetAdsAccount {
	const token = typeof accessToken === 'string' ? accessToken.trim() : '';
	const project =
		typeof projectId === 'string' || typeof projectId === 'number' ? String(projectId).trim() : '';
	if (!/^[\x21-\x7e]+$/.test(token))
		throw new ParameterError(
			'Access Token',
			'Access Token is empty or holds characters that no token has.',
			'Enter it in the credential.',
		);
	if (!/^\d+$/.test(project))
		throw new ParameterError(
			'Project ID',
			`Project ID is "${project}", but it has to be a whole number.`,
			'Enter it in the credential.',
		);
	return {
		baseUrl: parseBaseUrl(baseUrl),
		auth: fixedAuth({ authorization: `Bearer ${token}` }),
		secrets: [token],
		projectId: project,
	};
}
