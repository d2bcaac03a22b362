import type { Documented } from '../../platforms/platform';

const API = 'https://api.targetads.io';
const DAYS = { dateRange: 'custom', dateFrom: '2024-01-01', dateTo: '2024-01-31', returnAll: true };
const JANUARY = { DateFrom: '2024-01-01', DateTo: '2024-01-31' };
const RAW = { resource: 'report', operation: 'getRaw', ...DAYS };
const SHOWN_RAW = `POST ${API}/v1/reports/raw_reports?project_id=12486`;
const whole = { daysPerRequest: 31 };
const FROM_THE_START = 'The first page is asked for by its Offset, too.';
const PAGED = 'Rows come by pages, of 10,000 unless Page Size says another number.';

const clicks = [
	...['InteractionTime', 'InteractionType', 'InteractionMediaCampaignName'],
	...['InteractionUtmSource', 'InteractionUtmMedium', 'InteractionUtmCampaign'],
];
const orders = [
	...['InteractionTime', 'InteractionDeviceID', 'InteractionEcomId', 'InteractionEcomAmount'],
	...['InteractionEcomItemsName', 'InteractionEcomItemsPrice'],
];
const path = {
	ResponseType: 'JSON',
	Fields: ['InteractionTime', 'InteractionType', 'InteractionUrlPath'],
	InteractionFilter: { ...JANUARY, InteractionType: ['PageView', 'Click'] },
	Offset: 0,
	Limit: 1000,
};

const common = {
	credential: { accessToken: 'YOUR_TOKEN', projectId: '12486', baseUrl: API },
	headers: { authorization: 'Bearer YOUR_TOKEN' },
};

export const documented: readonly Documented[] = [
	{
		...common,
		document: 'TargetADS, Meta API',
		requests: [
			{
				shown: `GET ${API}/v1/meta/campaigns?project_id=12486&active=true`,
				parameters: { resource: 'campaign', operation: 'getAll', activeOnly: true },
				with: 'Active Only on',
			},
			{
				shown: `GET ${API}/v1/meta/campaigns?project_id=12486&active=false`,
				parameters: { resource: 'campaign', operation: 'getAll' },
			},
			{
				shown: `GET ${API}/v1/meta/token_validate?project_id=12345`,
				parameters: { resource: 'project', operation: 'validateToken' },
				credential: { projectId: '12345' },
			},
			{
				shown: `GET ${API}/v1/meta/target_event?project_id=12345`,
				parameters: { resource: 'targetEvent', operation: 'getAll' },
				credential: { projectId: '12345' },
			},
		],
	},
	{
		...common,
		document: 'TargetADS, Raw Data API',
		headers: { ...common.headers, 'content-type': 'application/json' },
		requests: [
			{
				shown: `POST ${API}/v1/reports/path_to_conversion?project_id=12486`,
				body: path,
				parameters: {
					...{ resource: 'request', operation: 'send', method: 'POST', returnAll: true },
					...{ path: '/v1/reports/path_to_conversion', body: JSON.stringify(path) },
				},
				with: 'as it stands there; Report > Get Path to Conversion has fields for it',
			},
			{
				shown: SHOWN_RAW,
				body: {
					ResponseType: 'JSON',
					Fields: ['InteractionTime', 'InteractionType', 'InteractionUrlPath', 'InteractionDeviceID'],
					InteractionFilter: { ...JANUARY, InteractionType: ['PageView'] },
					Limit: 1000,
				},
				parameters: {
					...RAW,
					fields: ['InteractionTime', 'InteractionType', 'InteractionUrlPath', 'InteractionDeviceID'],
					interactionTypes: ['PageView'],
					options: { ...whole, pageSize: 1000 },
				},
				with: 'Page Size 1000',
				leaves: { body: { Offset: 0 } },
				because: FROM_THE_START,
			},
			{
				shown: SHOWN_RAW,
				body: {
					ResponseType: 'JSON',
					Fields: clicks,
					InteractionFilter: {
						...JANUARY,
						InteractionType: ['Click'],
						MediaCampaignId: [12345, 12346],
					},
				},
				parameters: {
					...RAW,
					...{ fields: clicks, interactionTypes: ['Click'] },
					...{ campaignScope: 'byId', campaignIdList: '12345, 12346', options: whole },
				},
				with: 'Campaigns By ID',
				leaves: { body: { Offset: 0, Limit: 10_000 } },
				because: PAGED,
			},
			{
				shown: SHOWN_RAW,
				body: {
					ResponseType: 'JSON',
					Fields: orders,
					InteractionFilter: { ...JANUARY, InteractionType: ['Purchase'] },
				},
				parameters: { ...RAW, fields: orders, interactionTypes: ['Purchase'], options: whole },
				leaves: { body: { Offset: 0, Limit: 10_000 } },
				because: PAGED,
			},
			{
				shown: SHOWN_RAW,
				body: {
					ResponseType: 'JSON',
					Fields: ['InteractionTime', 'InteractionType', 'InteractionDeviceID'],
					InteractionFilter: { ...JANUARY, InteractionType: ['PageView'] },
					Offset: 0,
					Limit: 10_000,
				},
				parameters: {
					...RAW,
					fields: ['InteractionTime', 'InteractionType', 'InteractionDeviceID'],
					interactionTypes: ['PageView'],
					options: whole,
				},
				with: 'Page Size as it is',
			},
		],
	},
];
