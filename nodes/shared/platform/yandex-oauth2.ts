import type { INodeProperties } from 'n8n-workflow';

interface Access {
	/** What the application may do; n8n asks for it when the account is connected. */
	readonly scope: string;
	readonly baseUrl: string;
}

/**
 * The fields of a credential that connects an account of Yandex, in place of those of n8n's `oAuth2Api`. What n8n lacks
 * for such a credential is told where its user stands: there is no Test, and the HTTP Request node sends `Bearer`.
 */
export function yandexOAuth2({ scope, baseUrl }: Access): INodeProperties[] {
	return [
		hidden('Grant Type', 'grantType', 'authorizationCode'),
		hidden('Authorization URL', 'authUrl', 'https://oauth.yandex.ru/authorize'),
		hidden('Access Token URL', 'accessTokenUrl', 'https://oauth.yandex.ru/token'),
		hidden('Scope', 'scope', scope),
		hidden('Auth URI Query Parameters', 'authQueryParameters', ''),
		hidden('Authentication', 'authentication', 'body'),
		{
			displayName: `Register an application for user authorization at oauth.yandex.ru/client/new/id, with the scope ${scope} and the redirect URL above (one for API access has a redirect URL of its own), enter its ID and secret below, and connect. n8n has no Test for such a credential: whether it opens the account shows when the node runs. The HTTP Request node would send the token as Bearer where this API wants OAuth; use the node's API Request instead.`,
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: baseUrl,
			description: 'Address of the API; leave it as it is',
		},
	];
}

function hidden(displayName: string, name: string, value: string): INodeProperties {
	return { displayName, name, type: 'hidden', default: value };
}
