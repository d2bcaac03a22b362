import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

import { PASTED_TOKEN } from '../nodes/shared/platform/pasted-token';

export class YandexPromoPagesApi implements ICredentialType {
	name = 'yandexPromoPagesApi';

	displayName = 'Yandex PromoPages API';

	icon = { light: 'file:yandexPromoPages.svg', dark: 'file:yandexPromoPages.dark.svg' } as const;

	documentationUrl = 'https://yandex.ru/dev/promopages-api/doc/ru/';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'OAuth token of a Yandex user who has access to the publisher, with the scope promopages:api',
		},
		{
			displayName: 'Token Type',
			name: 'tokenType',
			type: 'options',
			options: [
				{ name: 'Auto', value: 'auto', description: 'OAuth, and Bearer where that is refused' },
				{ name: 'Bearer', value: 'Bearer' },
				{ name: 'OAuth', value: 'OAuth' },
			],
			default: 'auto',
			description:
				'The word before the token in the Authorization header. With Auto the HTTP Request node sends OAuth.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://promopages.yandex.ru/api/promo/v1',
			description: 'Address of the API; leave it as it is',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				Authorization: `={{$credentials.tokenType === "Bearer" ? "Bearer" : "OAuth"}} ${PASTED_TOKEN}`,
			},
		},
	};
}
