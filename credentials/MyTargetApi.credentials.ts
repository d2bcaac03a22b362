import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { signingToken, tokenToKeep } from '../nodes/MyTarget/token';

const withClient = { show: { authentication: ['clientCredentials', 'agencyClientCredentials'] } };

export class MyTargetApi implements ICredentialType {
	name = 'myTargetApi';

	displayName = 'myTarget / VK Ads API';

	icon = { light: 'file:myTarget.svg', dark: 'file:myTarget.dark.svg' } as const;

	documentationUrl = 'https://ads.vk.com/en/doc/api/info/Authorization';

	// Without expressions: n8n writes a token back together with the values that it was issued for.
	properties: INodeProperties[] = [
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'Access Token',
					value: 'accessToken',
					description: 'A token that you have already; nothing is issued or renewed',
				},
				{
					name: 'Agency Client Credentials',
					value: 'agencyClientCredentials',
					description: 'The account of one client of an agency or a manager',
				},
				{
					name: 'Client Credentials',
					value: 'clientCredentials',
					description: 'The account that the API access was granted to',
				},
			],
			default: 'clientCredentials',
			description:
				'How to get at an account. An account has 5 tokens at most, so n8n keeps the one that is issued.',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			noDataExpression: true,
			required: true,
			default: '',
			displayOptions: withClient,
			description: 'As support gave it with the API access',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			noDataExpression: true,
			required: true,
			default: '',
			displayOptions: withClient,
		},
		{
			displayName: 'Agency Client Name',
			name: 'agencyClientName',
			type: 'string',
			noDataExpression: true,
			required: true,
			default: '',
			placeholder: 'e.g. 1a2b3c4d5e@agency_client',
			displayOptions: { show: { authentication: ['agencyClientCredentials'] } },
			description: 'The user.username that Client > Get Many gives for the client',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			noDataExpression: true,
			required: true,
			default: '',
			displayOptions: { show: { authentication: ['accessToken'] } },
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			noDataExpression: true,
			default: 'https://target.my.com',
			hint: 'VK Ads: https://ads.vk.com. Test environment: https://target-sandbox.my.com, with a client ID of its own.',
			description: 'Address of the platform',
		},
		{
			displayName: 'Issued Token',
			name: 'issuedToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Refresh Token',
			name: 'refreshToken',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Token Expires At',
			name: 'tokenExpiresAt',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Token Owner',
			name: 'tokenOwner',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
	];

	async preAuthentication(
		this: IHttpRequestHelper,
		credential: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return { ...(await tokenToKeep(this, credential, Date.now())) };
	}

	/** Unsigned where there is no token of this very account: the platform's 401 makes n8n get one. */
	async authenticate(
		credential: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const token = signingToken(credential);
		return Promise.resolve(
			token === ''
				? options
				: { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } },
		);
	}

	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.baseUrl.trim().replace(/\\/+$/, "") }}', url: '/api/v3/user.json' },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'The platform does not accept the access token. Check it, and that the Base URL is the platform it belongs to.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'There is no API of myTarget at this Base URL: it is https://ads.vk.com or https://target.my.com, without a path.',
				},
			},
		],
	};
}
