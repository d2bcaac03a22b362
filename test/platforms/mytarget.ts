import { createMyTarget, type MyTargetOptions, type MyTargetSandbox } from '../sandbox/mytarget';
import { documented } from '../nodes/MyTarget/documented';
import { host } from '../nodes/MyTarget/host';
import { matrix, writes } from '../nodes/MyTarget/matrix';
import { samples } from '../nodes/MyTarget/samples';
import type * as sources from '../nodes/MyTarget/sources';
import { occurrences } from '../nodes/MyTarget/trigger/occurrences';
import { dayAt, dayText } from '../sandbox/frame/calendar';
import { byId, type TestPlatform } from './platform';

/** Day of Moscow so many days ago, for benchmarks, whose clock is the real one. */
const ago = (days: number) => dayText(dayAt(Date.now(), 3) - days);

const send = (path: string) => ({ resource: 'request', operation: 'send', path });

export const myTarget: TestPlatform<'myTarget', MyTargetOptions, MyTargetSandbox> = {
	key: 'myTarget',
	title: 'VK Ads (myTarget)',
	isInReadme: true,
	type: 'n8n-nodes-ru-ads.myTarget',
	credentialType: 'myTargetApi',
	sources: () => require('../nodes/MyTarget/sources') as typeof sources,
	create: createMyTarget,
	accounts: {
		quick: { campaigns: 60, banners: 60, adPlans: 20, budget: false },
		examples: { campaigns: 210, banners: 60 },
		thousand: { adPlans: 1000, campaigns: 1000, banners: 1000, budget: false },
	},
	// A token that is there already, so that no test depends on how one is issued.
	credential: ({ myTarget: { accessToken, baseUrl } }) => ({
		authentication: 'accessToken',
		accessToken,
		platform: 'other',
		baseUrl,
	}),
	stored: { id: 'demoMyTarget001', name: 'VK Ads demo' },
	otherCredentials: ({ myTarget: { clientId, clientSecret, agencyClientName, baseUrl } }) => [
		{
			id: 'demoMyTargetClient1',
			name: 'VK Ads demo, one agency client',
			data: {
				authentication: 'agencyClientCredentials',
				clientId,
				clientSecret,
				agencyClientName,
				platform: 'other',
				baseUrl,
			},
		},
	],
	shown: ({ myTarget: { baseUrl, clientId, clientSecret, agencyClientName, accessToken } }) => ({
		Platform: 'Other',
		'Base URL': baseUrl,
		Authentication: 'Client Credentials',
		'Client ID': clientId,
		'Client Secret': clientSecret,
		'Agency Client Name': `${agencyClientName}  (Authentication: Agency Client Credentials)`,
		'Access Token': `${accessToken}  (Authentication: Access Token)`,
	}),
	secrets: ({ myTarget: { accessToken, clientSecret, tokens } }) => [
		accessToken,
		clientSecret,
		...tokens.flatMap((token) => [token.accessToken, token.refreshToken]),
	],
	personal: ({ myTarget: { contacts } }) => contacts,
	requests: {
		myTarget: {
			paths: /^\/api(\/(?!\.{1,2}(\/|$))[\w.,{}-]+)+$/,
			// Conditions name a field and a lookup; API Request sends the names that its user wrote.
			queryNames: /^[\w.-]+$/,
		},
	},
	injections: (value) => ({
		refused: [
			{ resource: 'campaign', operation: 'get', campaignId: byId(value) },
			{ resource: 'banner', operation: 'delete', bannerId: byId(value) },
			{ resource: 'lead', operation: 'getAll', formScope: 'byId', formIdList: value },
			{ resource: 'leadForm', operation: 'sendTestLead', leadFormId: byId(value) },
			{ resource: 'userList', operation: 'delete', userListId: byId(value) },
			{ resource: 'offlineConversion', operation: 'delete', offlineConversionId: byId(value) },
			{ resource: 'client', operation: 'transferMoney', clientId: byId(value), amount: 1 },
		],
		sent: [
			{
				resource: 'campaign',
				operation: 'getAll',
				campaignFields: ['id', value],
				sorting: value,
				filters: { conditions: { values: [{ field: 'name', lookup: 'eq', value }] } },
			},
			{ resource: 'leadForm', operation: 'getAll', filters: { search: value } },
			{ ...send('/api/v2/campaigns.json'), query: JSON.stringify({ fields: value, limit: 1 }) },
			send(value),
			send(`/api/v2/${value}`),
			send(`/api/v2/${value}/campaigns.json`),
			send(`/api/v2/campaigns.json${value}`),
		],
	}),
	samples,
	documented,
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
	occurrences,
	crowd: { event: 'moderationChanged', account: (banners) => ({ banners, budget: false }) },
	matrix,
	writes,
	host,
};
