import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { yandexOAuth2 } from '../nodes/shared/platform/yandex-oauth2';

export class AdfoxOAuth2Api implements ICredentialType {
	name = 'adfoxOAuth2Api';

	displayName = 'ADFOX OAuth2 API';

	icon = { light: 'file:adfox.svg', dark: 'file:adfox.dark.svg' } as const;

	documentationUrl = 'https://yandex.ru/dev/adfox/doc/ru/v.1/authorization';

	extends = ['oAuth2Api'];

	properties: INodeProperties[] = yandexOAuth2({
		scope: 'adfox:api',
		baseUrl: 'https://adfox.yandex.ru/api',
	});
}
