import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

import { PASTED_TOKEN } from '../nodes/shared/platform/pasted-token';

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
				{
					name: 'Auto',
					value: 'auto',
					description: 'Authorization: OAuth, and the other one where that is refused',
				},
				{ name: 'Authorization: OAuth', value: 'authorizationOAuth' },
				{ name: 'X-Yandex-API-Key', value: 'xYandexApiKey' },
			],
			default: 'auto',
			description:
				'The header that carries the token. Reports always use Authorization: OAuth, as the HTTP Request node does with Auto.',
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
				'={{$credentials.authHeader === "xYandexApiKey" ? "X-Yandex-API-Key" : "Authorization"}}': `={{$credentials.authHeader === "xYandexApiKey" ? "" : "OAuth "}}${PASTED_TOKEN}`,
			},
		},
	};
}
