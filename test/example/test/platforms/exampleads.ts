import { matrix } from '../nodes/ExampleAds/matrix';
import type * as sources from '../nodes/ExampleAds/sources';
import { createExampleAds, type ExampleAdsOptions, type ExampleAdsSandbox } from '../sandbox/exampleads';
import { byId, type TestPlatform } from './platform';

export const exampleAds: TestPlatform<'exampleAds', ExampleAdsOptions, ExampleAdsSandbox> = {
	key: 'exampleAds',
	title: 'Example Ads',
	isInReadme: false,
	type: 'n8n-nodes-ru-ads.exampleAds',
	credentialType: 'exampleAdsApi',
	sources: () => require('../nodes/ExampleAds/sources') as typeof sources,
	create: createExampleAds,
	accounts: { quick: { campaigns: 12 } },
	credential: ({ exampleAds: { token, baseUrl } }) => ({ accessToken: token, baseUrl }),
	stored: { id: 'demoExampleAds01', name: 'Example Ads demo' },
	shown: ({ exampleAds: { token, baseUrl } }) => ({ 'Base URL': baseUrl, 'Access Token': token }),
	secrets: ({ exampleAds: { token } }) => [token],
	withToken: (token) => ({ token }),
	requests: {
		exampleAds: {
			paths: /^\/(me|campaigns(\/[^/]+)?|statistics)$/,
			queryNames: /^(offset|limit|status|date_from|date_to|campaigns)$/,
		},
	},
	injections: (value) => ({
		refused: [{ resource: 'campaign', operation: 'get', campaignId: byId(value) }],
		sent: [],
	}),
	samples: ({ exampleAds: { campaigns } }) => ({ 'campaign.get': { campaignId: byId(campaigns[0]!.id) } }),
	steady: () => ({
		resource: 'report',
		operation: 'get',
		dateRange: 'custom',
		dateFrom: '2026-02-01',
		dateTo: '2026-02-03',
		returnAll: true,
		options: { daysPerRequest: 1 },
	}),
	matrix,
};
