import { byId, type Documented } from '../../platforms/platform';

const API = 'https://target.my.com';

export const documented: readonly Documented[] = [
	{
		document: 'myTarget, API overview',
		credential: { platform: 'myTarget', authentication: 'accessToken', accessToken: 'YOUR_TOKEN' },
		headers: { authorization: 'Bearer YOUR_TOKEN' },
		requests: [
			{
				shown: `GET ${API}/api/v2/campaigns.json`,
				parameters: { resource: 'request', operation: 'send', path: '/api/v2/campaigns.json' },
				with: 'as it stands there; Campaign > Get Many has fields for it',
			},
			{
				shown: `POST ${API}/api/v2/campaigns.json`,
				parameters: { resource: 'campaign', operation: 'create', body: '{ "name": "New" }' },
				leaves: { body: { name: 'New' } },
				because: 'The document shows no body; the fields of the new campaign go in it.',
			},
			{
				shown: `GET ${API}/api/v2/campaigns/1.json`,
				parameters: { resource: 'campaign', operation: 'get', campaignId: byId(1) },
				leaves: { query: { fields: 'id,name,status' } },
				because: 'The usual columns are asked for by name; others can be chosen.',
			},
			{
				shown: `GET ${API}/api/v2/throttling.json`,
				parameters: { resource: 'rateLimit', operation: 'getAll' },
			},
		],
	},
];
