import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { yandexOAuth2 } from '../nodes/shared/platform/yandex-oauth2';

export class YandexPromoPagesOAuth2Api implements ICredentialType {
	name = 'yandexPromoPagesOAuth2Api';

	displayName = 'Yandex PromoPages OAuth2 API';

	icon = { light: 'file:yandexPromoPages.svg', dark: 'file:yandexPromoPages.dark.svg' } as const;

	documentationUrl = 'https://yandex.ru/dev/promopages-api/doc/ru/';

	extends = ['oAuth2Api'];

	properties: INodeProperties[] = yandexOAuth2({
		scope: 'promopages:api',
		baseUrl: 'https://promopages.yandex.ru/api/promo/v1',
	});
}
