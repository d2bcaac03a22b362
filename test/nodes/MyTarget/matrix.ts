import type { MatrixPart, Operation, Write } from '../../faults/model';
import type { Sandbox } from '../../sandbox';
import { byId } from '../../platforms/platform';
import { lists } from './matrix-lists';
import { uploads } from './matrix-uploads';
import { remoderable } from './samples';

const DAYS = { dateFrom: '2026-02-25', dateTo: '2026-02-28' };
const REPORT = {
	resource: 'report',
	objectType: 'campaigns',
	objectScope: 'all',
	returnAll: true,
	simplify: false,
	addNames: false,
	dateRange: 'custom',
	...DAYS,
};
const SUBJECT = { objectType: 'campaigns' } as const;
/** An object that is gone has no statistics any more: its id is refused as one that does not exist. */
const VANISHED = 'count that shrinks meanwhile';

const inTurn = { idsPerRequest: 50, maxConcurrency: 1 };

/** A report in slices; `more` is what is special about it. */
function report(
	operation: string,
	options: object,
	truth: Operation['truth'],
	more: Partial<Operation> = {},
): Operation {
	const parameters = () => ({ ...REPORT, operation, options: { ...options } });
	return {
		name: `report.${operation}`,
		slices: true,
		failsAlone: true,
		except: [VANISHED],
		parameters,
		truth,
		...more,
	};
}

/** The table of all platforms. The account, and what an ad belongs to, are looked up beside its rows. */
function performance(performanceLevel: string, inARow: number, columns: readonly string[]): Operation {
	return {
		name: `report.getPerformance, level ${performanceLevel}`,
		slices: true,
		// A name that is no text is an empty one, whichever object it is of; its rows are all there.
		except: [VANISHED, 'odd record: a value of another kind'],
		lookUps: { columns, inARow, told: /could not be looked up, so they are empty in the rows/ },
		parameters: () => ({
			...{ resource: 'report', operation: 'getPerformance', performanceLevel, objectScope: 'all' },
			...{ returnAll: true, dateRange: 'custom', ...DAYS, options: { ...inTurn } },
		}),
		truth: 'undisturbed run',
	};
}

const daily: Operation['truth'] = ({ myTarget }) => myTarget.statistics({ ...SUBJECT, ...DAYS });

const reports: readonly Operation[] = [
	report('getDaily', { ...inTurn, daysPerRequest: 2 }, daily),
	report('getDaily', { idsPerRequest: 50 }, daily, {
		name: 'report.getDaily, 2 at a time',
		concurrent: true,
		// Which of the requests has the short time-out is not known before.
		except: ['time', VANISHED],
	}),
	report('getSummary', inTurn, ({ myTarget }) => myTarget.summary(SUBJECT)),
	report(
		'getPeriod',
		{ ...inTurn, pageSize: 20 },
		({ myTarget }) =>
			myTarget.period({ ...SUBJECT, ...DAYS }).map((row) => ({ ...row, user_id: myTarget.userId })),
		{ lacks: /^No answer for \d+ objects: /m },
	),
	report('getFast', inTurn, ({ myTarget }) => myTarget.fast(SUBJECT)),
	report('getInApp', inTurn, ({ myTarget }) => myTarget.inApp({ ...SUBJECT, ...DAYS })),
	report('getOfflineConversions', inTurn, ({ myTarget }) => myTarget.offline({ ...SUBJECT, ...DAYS })),
	{
		...report('getDaily', { idsPerRequest: 20, maxConcurrency: 1 }, ({ myTarget }) =>
			myTarget.clients
				.filter(({ status }) => status === 'active')
				.flatMap(({ user }) => myTarget.client(user.username).statistics({ objectType: 'users', ...DAYS })),
		),
		name: 'report.getDaily, all clients',
		// That is looked for among IDs of campaigns.
		failsAlone: false,
		parameters: () => ({
			...{ ...REPORT, operation: 'getDaily', objectType: 'users', objectScope: 'clients' },
			options: { idsPerRequest: 20, maxConcurrency: 1 },
		}),
	},
	performance('campaign', 1, ['account_id', 'account_name', 'currency']),
	report('getGoals', inTurn, ({ myTarget }) => myTarget.goals({ ...SUBJECT, ...DAYS })),
	{
		name: 'report.planSlices',
		parameters: () => ({ ...REPORT, operation: 'planSlices', options: { idsPerRequest: 50 } }),
		truth: ({ myTarget }) => {
			const ids = myTarget.campaigns.map(({ id }) => String(id));
			const batches = [ids.slice(0, 50), ids.slice(50, 100), ids.slice(100)];
			const scope = { objectType: 'campaigns', objectScope: 'selected', ...DAYS };
			return batches.map((campaignIds, index) => ({
				...{ resource: 'report', operation: 'getDaily', ...scope, campaignIds, index, count: batches.length },
			}));
		},
	},
];

const CHANGING = 'campaigns|ad_plans|ad_groups|banners|agency/clients';
const PAGED = `v2/(?:${CHANGING}|remarketing/segments|billing/transaction_groups)|v1/lead_ads/(?:leads|lead_forms)`;
const CAMPAIGNS = 120;

export const matrix: MatrixPart = {
	account: {
		campaigns: CAMPAIGNS,
		adPlans: 110,
		banners: 130,
		agencyClients: 63,
		clientCampaigns: 1,
		segments: 210,
		transactions: 110,
		packages: 12,
		regions: 15,
		userLists: 5,
		throttles: false,
		leads: 120,
		leadForms: 110,
	},
	// Nothing is ordered there: statistics come with the answer.
	roleOf: () => 'read',
	pages: {
		path: new RegExp(`^/api/(?:${PAGED})\\.json$|^/api/v3/statistics/\\w+/day\\.json$`),
		method: 'GET',
	},
	pageOf: ({ query }) =>
		query.limit === undefined ? undefined : Number(query.offset) > 0 ? 'later' : 'first',
	countedPages: { path: new RegExp(`^/api/(?:${PAGED})\\.json$`), method: 'GET' },
	changingPages: {
		path: new RegExp(`^/api/(?:v2/(?:${CHANGING})|v1/lead_ads/leads)\\.json$`),
		method: 'GET',
	},
	hasCursors: false,
	jobStates: [],
	refusalBody: '{"error":{"code":"refused","message":"refused by the test"}}',
	operations: [...lists, ...reports],
};

const newCampaign = ({ myTarget }: Sandbox) =>
	JSON.stringify({ name: 'New campaign', package_id: Number(myTarget.packages[0]!.id) });
const created = ({ myTarget }: Sandbox) => myTarget.campaigns.length - CAMPAIGNS;
const living = ({ myTarget }: Sandbox) =>
	byId(myTarget.campaigns.find(({ status }) => status === 'active')!.id);

/** Changes of one object cannot be counted by looking at it, so those are that the platform accepted. */
const accepted = ({ requests }: Sandbox) =>
	requests.filter(
		({ method, status, fault }) =>
			(method !== 'GET' && (fault === 'reset-after' || (fault === undefined && status < 300))) ||
			fault === 'slow-drip',
	).length;

export const writes: readonly Write[] = [
	change('create', created, (sandbox) => ({ body: newCampaign(sandbox) })),
	change('update', accepted, (sandbox) => ({
		campaignId: living(sandbox),
		updateFields: { status: 'blocked' },
	})),
	change('delete', accepted, (sandbox) => ({ campaignId: living(sandbox) })),
	{
		name: 'leadForm.sendTestLead',
		parameters: ({ myTarget }) => ({
			...{ resource: 'leadForm', operation: 'sendTestLead', leadFormId: byId(myTarget.leadForms[0]!.id) },
		}),
		made: accepted,
	},
	{
		name: 'banner.remoderate',
		parameters: ({ myTarget }) => ({
			...{ resource: 'banner', operation: 'remoderate', bannerScope: 'byId' },
			bannerIdList: String(remoderable(myTarget.banners)),
		}),
		made: accepted,
	},
	{
		name: 'client.transferMoney',
		parameters: ({ myTarget }) => ({
			...{ resource: 'client', operation: 'transferMoney', direction: 'to', amount: 1000.5 },
			clientId: byId(myTarget.client(myTarget.agencyClientName).userId),
		}),
		path: /billing\/transactions/,
		needsProof: true,
		made: ({ myTarget }) => myTarget.transfers.length,
	},
	...uploads(accepted),
	change('send', created, (sandbox) => ({
		...{ resource: 'request', method: 'POST', path: '/api/v2/campaigns.json', body: newCampaign(sandbox) },
	})),
];

function change(operation: string, made: Write['made'], fields: Write['parameters']): Write {
	const parameters = (sandbox: Sandbox) => ({ resource: 'campaign', operation, ...fields(sandbox) });
	return { name: `${operation === 'send' ? 'request' : 'campaign'}.${operation}`, parameters, made };
}
