import { createPromoPages, type PromoPagesOptions, type PromoPagesSandbox } from '../sandbox/promopages';
import { documented } from '../nodes/YandexPromoPages/documented';
import { host } from '../nodes/YandexPromoPages/host';
import { matrix, ofPublisher, publisherOf } from '../nodes/YandexPromoPages/matrix';
import type * as sources from '../nodes/YandexPromoPages/sources';
import { occurrences } from '../nodes/YandexPromoPages/trigger/occurrences';
import { byId, type TestPlatform } from './platform';

export const promoPages: TestPlatform<'promoPages', PromoPagesOptions, PromoPagesSandbox> = {
	key: 'promoPages',
	title: 'Yandex PromoPages',
	isInReadme: true,
	type: 'n8n-nodes-ru-ads.yandexPromoPages',
	credentialType: 'yandexPromoPagesApi',
	oAuth2CredentialType: 'yandexPromoPagesOAuth2Api',
	sources: () => require('../nodes/YandexPromoPages/sources') as typeof sources,
	create: createPromoPages,
	accounts: {
		quick: { reportPolls: 0, campaigns: [12, 7, 0, 3, 5, 4] },
		demo: { reportPolls: 0, campaigns: [250, 20] },
		examples: { reportPolls: 0, publishers: 2, campaigns: [210, 20] },
		thousand: { reportPolls: 0, publishers: 1, campaigns: [1000] },
	},
	credential: ({ promoPages: { token, baseUrl } }) => ({ accessToken: token, tokenType: 'auto', baseUrl }),
	stored: { id: 'demoPromoPages001', name: 'Yandex PromoPages demo' },
	shown: ({ promoPages: { token, baseUrl } }) => ({
		'Access Token': token,
		'Token Type': 'Auto',
		'Base URL': baseUrl,
	}),
	secrets: ({ promoPages: { token } }) => [token],
	withToken: (token) => ({ token }),
	requests: {
		promoPages: {
			paths: /^\/(campaigns|permissions\/user|publishers\/balances|reports\/[^/]+)$/,
			// API Request sends the names that its user wrote.
			queryNames: /^[\w.-]+$/,
		},
	},
	injections: (value) => ({
		refused: [],
		sent: [
			{ resource: 'report', operation: 'fetch', reportId: value },
			{ resource: 'campaign', operation: 'getAll', publisherId: byId(value) },
			{
				resource: 'campaign',
				operation: 'getAll',
				publisherId: byId('1'),
				filters: { campaignTypes: [value], startFrom: '2026-01-01' },
			},
		],
	}),
	documented,
	steady: (sandbox) => ({
		resource: 'report',
		operation: 'get',
		...ofPublisher(publisherOf(sandbox)),
		dateRange: 'custom',
		dateFrom: '2026-02-01',
		dateTo: '2026-02-03',
		returnAll: true,
	}),
	bench: {
		name: 'PromoPages, 10,000 campaigns',
		note: 'PromoPages: pages of 200, each with the cursor of the one before',
		account: { campaigns: [10_000] },
		parameters: (sandbox) => ({
			resource: 'campaign',
			operation: 'getAll',
			returnAll: true,
			publisherId: publisherOf(sandbox),
		}),
		warmUp: { returnAll: false, limit: 1 },
	},
	occurrences,
	crowd: { event: 'newCampaign', account: (campaigns) => ({ publishers: 1, campaigns: [campaigns] }) },
	matrix,
	host,
};
