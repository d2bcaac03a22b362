import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

import { PASTED_TOKEN } from '../nodes/shared/platform/pasted-token';

export class TargetAdsApi implements ICredentialType {
	name = 'targetAdsApi';

	displayName = 'TargetADS API';

	icon = { light: 'file:targetAds.svg', dark: 'file:targetAds.dark.svg' } as const;

	documentationUrl = 'https://targetads.io/help/api/authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The administrator of the project creates it in the web interface of TargetADS',
		},
		{
			displayName: 'Project ID',
			name: 'projectId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 12486',
			description: 'The project that the token was created for',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.targetads.io',
			description: 'Address of the API; leave it as it is unless TargetADS gave you another one',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: `=Bearer ${PASTED_TOKEN}` } },
	};
}
