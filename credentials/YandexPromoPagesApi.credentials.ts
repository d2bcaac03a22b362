import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

/** People paste blanks and the word in front of it along; the node itself takes them off, too. */
const PASTED_TOKEN = '{{ $credentials.accessToken.trim().replace(/^(bearer|oauth)\\s+/i, "") }}';

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
				{ name: 'Bearer', value: 'Bearer' },
				{ name: 'OAuth', value: 'OAuth' },
			],
			default: 'OAuth',
			description:
				'The word before the token in the Authorization header. Try the other one when the token is refused.',
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
		properties: { headers: { Authorization: `={{$credentials.tokenType}} ${PASTED_TOKEN}` } },
	};
}
