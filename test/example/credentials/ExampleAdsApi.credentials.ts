import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

export class ExampleAdsApi implements ICredentialType {
	name = 'exampleAdsApi';

	displayName = 'Example Ads API';

	icon = { light: 'file:exampleAds.svg', dark: 'file:exampleAds.dark.svg' } as const;

	documentationUrl = 'https://ads.example/api';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'From the settings of the account',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.ads.example/v1',
			description: 'Address of the API; leave it as it is',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.accessToken}}' } },
	};
}
