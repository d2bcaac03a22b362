import { createAdfox, type AdfoxOptions, type AdfoxSandbox } from '../sandbox/adfox';
import { documented } from '../nodes/Adfox/documented';
import { host } from '../nodes/Adfox/host';
import { matrix, writes } from '../nodes/Adfox/matrix';
import { samples } from '../nodes/Adfox/samples';
import type * as sources from '../nodes/Adfox/sources';
import { occurrences } from '../nodes/Adfox/trigger/occurrences';
import { byId, type TestPlatform } from './platform';

/** Of the classic API, where they choose the method. */
const NAVIGATION = ['object', 'action', 'actionObject', 'limit', 'offset', 'encoding'];

/** Names that come twice for a form parser, which trims them and lets `a[x]` stand for `a`. */
function repeated(names: readonly string[]): string[] {
	const plain = names.map((name) => name.trim().replace(/\[[^]*$/, ''));
	return plain.filter((name, index) => plain.indexOf(name) !== index);
}

export const adfox: TestPlatform<'adfox', AdfoxOptions, AdfoxSandbox> = {
	key: 'adfox',
	title: 'ADFOX',
	isInReadme: true,
	type: 'n8n-nodes-ru-ads.adfox',
	credentialType: 'adfoxApi',
	oAuth2CredentialType: 'adfoxOAuth2Api',
	sources: () => require('../nodes/Adfox/sources') as typeof sources,
	create: createAdfox,
	accounts: {
		quick: { reportPolls: 0, banners: 60, campaigns: 20, reportRequestsPerMinute: 0, reportTasks: 100 },
		demo: { reportPolls: 0 },
		examples: { reportPolls: 0, banners: 600 },
		thousand: { reportPolls: 0, campaigns: 1000, banners: 2000, reportRequestsPerMinute: 0 },
	},
	credential: ({ adfox: { token, baseUrl } }) => ({
		accessToken: token,
		authHeader: 'auto',
		baseUrl,
	}),
	stored: { id: 'demoAdfox00001', name: 'ADFOX demo' },
	shown: ({ adfox: { token, baseUrl } }) => ({
		'Access Token': token,
		'Auth Header': 'Auto',
		'Base URL': baseUrl,
	}),
	secrets: ({ adfox: { token } }) => [token],
	withToken: (token, elsewhere) => ({ token, linksBase: elsewhere }),
	requests: {
		adfox: {
			paths: /^\/v1$|^\/v2\/reports(\/[^/]+){0,2}$/,
			queryNames: /^[^&=#?\r\n]*$/,
			headers: ['x-yandex-api-key'],
		},
	},
	requestProblems: ({ path, body }) =>
		path === '/v1' && typeof body === 'string'
			? repeated([...new URLSearchParams(body).keys()])
					.filter((name) => NAVIGATION.includes(name))
					.map((name) => `${name} twice in ${body.slice(0, 200)}`)
			: [],
	injections: (value) => ({
		refused: [{ resource: 'banner', operation: 'get', bannerId: byId(value) }],
		sent: [
			{ resource: 'report', operation: 'get', reportName: byId(value), dateRange: 'yesterday' },
			{ resource: 'campaign', operation: 'getAll', filters: { search: value } },
		],
	}),
	samples,
	documented,
	steady: () => ({ resource: 'banner', operation: 'getAll', returnAll: true, options: { pageSize: 10 } }),
	bench: {
		name: 'ADFOX, 100,000 banners in XML',
		note: 'ADFOX: pages of 1,000',
		account: { banners: 100_000 },
		parameters: () => ({ resource: 'banner', operation: 'getAll', returnAll: true }),
		warmUp: { returnAll: false, limit: 1 },
	},
	occurrences,
	crowd: { event: 'campaignStatusChanged', account: (campaigns) => ({ campaigns }) },
	matrix,
	writes,
	host,
};
