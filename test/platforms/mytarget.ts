import { createMyTarget, type MyTargetOptions, type MyTargetSandbox } from '../sandbox/mytarget';
import { host } from '../nodes/MyTarget/host';
import { matrix, writes } from '../nodes/MyTarget/matrix';
import type * as sources from '../nodes/MyTarget/sources';
import { byId, type TestPlatform } from './platform';

/** Calendar day so many days ago. */
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const send = (path: string) => ({ resource: 'request', operation: 'send', path });

export const myTarget: TestPlatform<'myTarget', MyTargetOptions, MyTargetSandbox> = {
	key: 'myTarget',
	title: 'myTarget / VK Ads',
	isInReadme: true,
	type: 'n8n-nodes-ru-ads.myTarget',
	credentialType: 'myTargetApi',
	sources: () => require('../nodes/MyTarget/sources') as typeof sources,
	create: createMyTarget,
	accounts: {
		quick: { campaigns: 60, banners: 60, adPlans: 20, budget: false },
		examples: { campaigns: 210, banners: 60 },
	},
	// A token that is there already, so that no test depends on how one is issued.
	credential: ({ myTarget: { accessToken, baseUrl } }) => ({
		authentication: 'accessToken',
		accessToken,
		baseUrl,
	}),
	stored: { id: 'demoMyTarget001', name: 'myTarget demo' },
	otherCredentials: ({ myTarget: { clientId, clientSecret, agencyClientName, baseUrl } }) => [
		{
			id: 'demoMyTargetClient1',
			name: 'myTarget demo, one agency client',
			data: { authentication: 'agencyClientCredentials', clientId, clientSecret, agencyClientName, baseUrl },
		},
	],
	shown: ({ myTarget: { baseUrl, clientId, clientSecret, agencyClientName, accessToken } }) => ({
		'Base URL': baseUrl,
		'Client ID': clientId,
		'Client Secret': clientSecret,
		'Agency Client Name': agencyClientName,
		'Access Token': accessToken,
	}),
	secrets: ({ myTarget: { accessToken, clientSecret, tokens } }) => [
		accessToken,
		clientSecret,
		...tokens.flatMap((token) => [token.accessToken, token.refreshToken]),
	],
	requests: {
		myTarget: {
			paths: /^\/api(\/(?!\.{1,2}(\/|$))[\w.,{}-]+)+$/,
			// Conditions name a field and a lookup; API Request sends the names that its user wrote.
			queryNames: /^[\w.-]+$/,
		},
	},
	injections: (value) => ({
		refused: [
			{ resource: 'campaign', operation: 'get', id: byId(value) },
			{ resource: 'banner', operation: 'delete', id: byId(value) },
		],
		sent: [
			{
				resource: 'campaign',
				operation: 'getAll',
				fields: ['id', value],
				sorting: value,
				filters: { conditions: { values: [{ field: 'name', lookup: 'eq', value }] } },
			},
			{ ...send('/api/v2/campaigns.json'), query: JSON.stringify({ fields: value, limit: 1 }) },
			send(value),
			send(`/api/v2/${value}`),
			send(`/api/v2/${value}/campaigns.json`),
			send(`/api/v2/campaigns.json${value}`),
		],
	}),
	steady: () => ({ resource: 'campaign', operation: 'getAll', returnAll: true }),
	bench: {
		name: 'myTarget, daily statistics, 450 campaigns x 365 days',
		note: 'myTarget: 200 ids and 92 days per request',
		account: { campaigns: 450, gzip: false },
		parameters: () => ({
			resource: 'report',
			operation: 'getDaily',
			objectType: 'campaigns',
			objectScope: 'all',
			dateRange: 'custom',
			dateFrom: ago(365),
			dateTo: ago(1),
			returnAll: true,
		}),
		warmUp: { dateFrom: ago(1) },
	},
	matrix,
	writes,
	host,
};
