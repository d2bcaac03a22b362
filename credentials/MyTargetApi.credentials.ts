import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { ADDRESS_EXPRESSION, signingToken, tokenToKeep } from '../nodes/MyTarget/token';

const withClient = { show: { authentication: ['clientCredentials', 'agencyClientCredentials'] } };

export class MyTargetApi implements ICredentialType {
	name = 'myTargetApi';

	displayName = 'VK Ads (myTarget) API';

	icon = { light: 'file:myTarget.svg', dark: 'file:myTarget.dark.svg' } as const;

	documentationUrl = 'https://ads.vk.com/en/doc/api/info/Authorization';

	// Without expressions: n8n writes a token back together with the values that it was issued for.
	properties: INodeProperties[] = [
		{
			displayName: 'Platform',
			name: 'platform',
			type: 'options',
			noDataExpression: true,
			// The one that most people have stands first.
			options: [
				{ name: 'VK Ads (Ads.vk.com)', value: 'vkAds' },
				{ name: 'VK Ads (Ads.vk.ru)', value: 'vkAdsRu', description: 'The same by its newer address' },
				{ name: 'myTarget (Target.my.com)', value: 'myTarget' },
				{
					name: 'Sandbox of myTarget',
					value: 'sandbox',
					description: 'The test environment, which has client IDs of its own',
				},
				{
					name: 'Other',
					value: 'other',
					description:
						'The same API at another address; it counts as VK Ads unless its name begins with "target"',
				},
			],
			default: 'vkAds',
			description: 'Where the account is',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			noDataExpression: true,
			required: true,
			default: '',
			placeholder: 'e.g. https://ads.example.com',
			displayOptions: { show: { platform: ['other'] } },
			description: 'Address of the platform, without the path',
		},
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
					description: 'The accounts of the clients of an agency or a manager: of one, or of all',
				},
				{
					name: 'Client Credentials',
					value: 'clientCredentials',
					description: 'The account that the API access was granted to',
				},
			],
			default: 'clientCredentials',
			description:
				'How to get at an account. An account has 5 tokens at most, so n8n keeps those that are issued, one for each account.',
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
			default: '',
			placeholder: 'e.g. 1a2b3c4d5e@agency_client',
			displayOptions: { show: { authentication: ['agencyClientCredentials'] } },
			description:
				'The user.username that Client > Get Many gives for the client. Empty: the account of the agency itself, and each operation can name a client in Options > Agency Client.',
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
		// Signed by the node, with the token of a client that this credential knows nothing of.
		if (options.headers?.authorization !== undefined) return Promise.resolve(options);
		const token = signingToken(credential);
		return Promise.resolve(
			token === ''
				? options
				: { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } },
		);
	}

	test: ICredentialTestRequest = {
		request: { baseURL: ADDRESS_EXPRESSION, url: '/api/v3/user.json' },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'The platform does not accept the access token. Check it, and that the Platform is the one it belongs to.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'There is no API of VK Ads (myTarget) at this address. Choose the Platform by its name, or check the Base URL: it has no path.',
				},
			},
		],
	};
}
