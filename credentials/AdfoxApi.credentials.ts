import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

/** People paste blanks and the word in front of it along; the node itself takes them off, too. */
const PASTED_TOKEN = '{{ $credentials.accessToken.trim().replace(/^(bearer|oauth)\\s+/i, "") }}';

export class AdfoxApi implements ICredentialType {
	name = 'adfoxApi';

	displayName = 'ADFOX API';

	icon = { light: 'file:adfox.svg', dark: 'file:adfox.dark.svg' } as const;

	documentationUrl = 'https://yandex.ru/dev/adfox/doc/ru/v.1/authorization';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'OAuth token of the Yandex account that is linked to ADFOX, with the scope adfox:api, or a key from the developer cabinet',
		},
		{
			displayName: 'Auth Header',
			name: 'authHeader',
			type: 'options',
			options: [
				{ name: 'Authorization: OAuth', value: 'authorizationOAuth' },
				{ name: 'X-Yandex-API-Key', value: 'xYandexApiKey' },
			],
			default: 'xYandexApiKey',
			description:
				'The header that carries the token. Try the other one when the token is refused. Reports always use Authorization: OAuth.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://adfox.yandex.ru/api',
			description: 'Address of the API without its version; leave it as it is',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				'={{$credentials.authHeader === "authorizationOAuth" ? "Authorization" : "X-Yandex-API-Key"}}': `={{$credentials.authHeader === "authorizationOAuth" ? "OAuth " : ""}}${PASTED_TOKEN}`,
			},
		},
	};
}
