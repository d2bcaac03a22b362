import type { MatrixPart, Operation, Role, Write } from '../../faults/model';
import type { Sandbox } from '../../sandbox';
import { byId } from '../../platforms/platform';

const KINDS = {
	campaign: 'campaigns',
	superCampaign: 'superCampaigns',
	banner: 'banners',
	advertiser: 'advertisers',
	site: 'sites',
	zone: 'zones',
	place: 'places',
} as const;

type Kind = keyof typeof KINDS;

function list(resource: Kind): Operation {
	const paging = { returnAll: true, simplify: false, options: { pageSize: 10 } };
	return {
		name: `${resource}.getAll`,
		parameters: () => ({ resource, operation: 'getAll', ...paging }),
		truth: ({ adfox }) => adfox[KINDS[resource]],
	};
}

function one(resource: Kind): Operation {
	const object = ({ adfox }: Sandbox) => adfox[KINDS[resource]][2]!;
	return {
		name: `${resource}.get`,
		parameters: (sandbox) => ({
			resource,
			operation: 'get',
			simplify: false,
			[`${resource}Id`]: byId(object(sandbox).ID),
		}),
		truth: (sandbox) => [object(sandbox)],
		// One object is all that was asked for, however many are counted.
		except: ['count of a list that is never reached'],
	};
}

const DAYS = { dateFrom: '2026-01-01', dateTo: '2026-01-16' };
const COLUMNS = { metrics: ['loads_commercial', 'clicks_total'], dimensions: ['date', 'campaign_id'] };
const REPORT = {
	...{ resource: 'report', operation: 'get', returnAll: true, dateRange: 'custom' },
	...COLUMNS,
	...DAYS,
};

/** As the sandbox has it. */
const SAVED = {
	name: 'custom_1809',
	columns: {
		metrics: ['loads_total', 'clicks_total', 'ctr'],
		dimensions: ['date', 'campaign_id', 'banner_id'],
	},
	filters: [{ field: 'campaign_id', operator: 'gt', value: '0' }],
};

/** One that has rows. */
const bannerIs = (adfox: Sandbox['adfox']) => ({
	field: 'banner_id',
	operator: 'eq',
	value: adfox.reportRows({ ...SAVED.columns, ...DAYS })[0]!.banner_id,
});

async function savedReports({ adfox: { baseUrl, token } }: Sandbox): Promise<object[]> {
	const headers = { authorization: `OAuth ${token}` };
	const answer = await fetch(`${baseUrl}/v2/reports/list?level=owner`, { headers });
	return ((await answer.json()) as { result: { reports: object[] } }).result.reports;
}

const kinds = Object.keys(KINDS) as Kind[];

const operations: readonly Operation[] = [
	...kinds.map(list),
	...kinds.map(one),
	{
		name: 'dictionary.getAll',
		parameters: () => ({
			...{ resource: 'dictionary', operation: 'getAll', dictionary: 'position', returnAll: true },
			simplify: false,
			options: { pageSize: 3 },
		}),
		truth: ({ adfox }) => adfox.objects('position'),
	},
	{
		name: 'request.send, a list',
		parameters: () => ({
			...{ resource: 'request', operation: 'send', returnAll: true, parameters: '{}' },
			...{ object: 'account', action: 'list', actionObject: 'website' },
		}),
		truth: ({ adfox }) => adfox.sites,
	},
	{
		name: 'report.getAll',
		parameters: () => ({ resource: 'report', operation: 'getAll', level: 'owner', returnAll: true }),
		truth: savedReports,
	},
	{
		name: 'report.get',
		slices: true,
		parameters: () => ({ ...REPORT, options: { daysPerRequest: 6, maxConcurrency: 1 } }),
		truth: ({ adfox }) => adfox.reportRows({ ...COLUMNS, ...DAYS }),
	},
	{
		name: 'report.getPerformance',
		slices: true,
		parameters: () => ({
			...{ resource: 'report', operation: 'getPerformance', returnAll: true, dateRange: 'custom', ...DAYS },
			options: { daysPerRequest: 6, maxConcurrency: 1 },
		}),
		truth: 'undisturbed run',
	},
	{
		name: 'report.get, a saved one with a filter',
		parameters: ({ adfox }) => ({
			...{ resource: 'report', operation: 'get', returnAll: true, dateRange: 'custom', ...DAYS },
			reportName: byId(SAVED.name),
			filters: { conditions: { values: [{ ...bannerIs(adfox), value: String(bannerIs(adfox).value) }] } },
		}),
		truth: ({ adfox }) =>
			adfox.reportRows({ ...SAVED.columns, ...DAYS, filters: [...SAVED.filters, bannerIs(adfox)] }),
	},
	{
		name: 'report.get, 3 at a time',
		concurrent: true,
		// Which of the requests has the short time-out is not known before.
		except: ['time'],
		slices: true,
		parameters: () => ({ ...REPORT, options: { daysPerRequest: 6 } }),
		truth: ({ adfox }) => adfox.reportRows({ ...COLUMNS, ...DAYS }),
	},
];

type Asked = Parameters<MatrixPart['roleOf']>[0];

function roleOf({ path, method }: Asked): Role {
	if (method === 'POST') return 'order';
	return /^\/v2\/reports\/[^/]+$/.test(path) && !path.endsWith('/list') ? 'poll' : 'read';
}

export const matrix: MatrixPart = {
	account: {
		advertisers: 21,
		superCampaigns: 21,
		campaigns: 22,
		banners: 23,
		sites: 24,
		zones: 25,
		places: 26,
		reportPolls: 1,
		reportRequestsPerMinute: 0,
	},
	watchedAccount: { campaigns: 1010, reportRequestsPerMinute: 0 },
	roleOf,
	pages: { path: /^\/v1$/, method: 'GET' },
	pageOf: ({ query }) => (Number(query.offset) > 0 ? 'later' : 'first'),
	countedPages: { path: /^\/v1$/, method: 'GET' },
	changingPages: { path: /^\/v1$/, method: 'GET' },
	hasCursors: false,
	// The two headers of the credential's Auth Header: Auto.
	credentialForms: 2,
	wholeJobs: 'read',
	orders: { path: /^\/v2\/reports/, method: 'POST' },
	jobStates: ['FAILURE', 'EXPIRED', 'SOMETHING_NEW'],
	refusalBody: undefined,
	operations,
};

const campaign = ({ adfox }: Sandbox) => byId(adfox.campaigns[0]!.ID);
const made = ({ adfox }: Sandbox) => adfox.writes.length;

export const writes: readonly Write[] = [
	change('create', ({ adfox }) => ({ name: 'New campaign', advertiserID: byId(adfox.advertisers[0]!.ID) })),
	change('update', (sandbox) => ({ campaignId: campaign(sandbox), updateFields: { name: 'Another name' } })),
	change('delete', (sandbox) => ({ campaignId: campaign(sandbox) })),
	change('setStatus', ({ adfox }) => ({
		...{ campaignScope: 'byId', campaignIdList: String(adfox.campaigns[0]!.ID), status: 'paused' },
	})),
	change('send', ({ adfox }) => ({
		...{ resource: 'request', object: 'account', action: 'add', actionObject: 'campaign' },
		parameters: JSON.stringify({ name: 'New campaign', advertiserID: adfox.advertisers[0]!.ID }),
	})),
	{
		name: 'request.send, a file',
		parameters: ({ adfox }) => ({
			...{ resource: 'request', operation: 'send' },
			...{ object: 'banner', action: 'modify', actionObject: 'zipFile' },
			parameters: JSON.stringify({ objectID: adfox.banners[0]!.ID }),
			files: { file: [{ name: 'zipFile', binaryPropertyName: 'data' }] },
		}),
		input: [
			{
				json: {},
				binary: { data: { data: 'UEsDBA==', fileName: 'banner.zip', mimeType: 'application/zip' } },
			},
		],
		made,
	},
];

function change(operation: string, fields: Write['parameters']): Write {
	const parameters = (sandbox: Sandbox) => ({ resource: 'campaign', operation, ...fields(sandbox) });
	return { name: `${operation === 'send' ? 'request' : 'campaign'}.${operation}`, parameters, made };
}
