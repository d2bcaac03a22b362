import type { MatrixPart, Operation, Role } from '../../faults/model';
import type { Sandbox } from '../../sandbox';

const DAYS = { dateFrom: '2026-01-01', dateTo: '2026-01-04' };
const CAMPAIGNS = { resource: 'campaign', operation: 'getAll', returnAll: true, simplify: false };
const REPORT = {
	resource: 'report',
	operation: 'get',
	level: 'campaigns',
	campaignScope: 'all',
	dateRange: 'custom',
	...DAYS,
	returnAll: true,
};

/** The first publisher that may be read, which has the most campaigns. */
export function publisherOf({ promoPages }: Sandbox): string {
	const first = promoPages.publishers.find(
		({ canRead, publisher }) => canRead && publisher.isDeleted !== true,
	);
	return first!.publisher.id;
}

function campaignsOf(sandbox: Sandbox) {
	return sandbox.promoPages.campaigns(publisherOf(sandbox));
}

/** One flat row per preview, with its campaign and its publication. */
export function previewRows(sandbox: Sandbox): object[] {
	return campaignsOf(sandbox).flatMap((campaign) =>
		campaign.publications.flatMap((publication) =>
			(publication.previews ?? []).map((preview) => ({
				campaignId: campaign.id,
				campaignTitle: campaign.title,
				publicationId: publication.id,
				publicationTitle: publication.title ?? null,
				...preview,
			})),
		),
	);
}

function firstIds(sandbox: Sandbox): string[] {
	return campaignsOf(sandbox)
		.slice(0, 25)
		.map(({ id }) => id);
}

function statistics(sandbox: Sandbox, level: 'campaigns' | 'publications' | 'previews') {
	return sandbox.promoPages.statistics({ publisherId: publisherOf(sandbox), level, ...DAYS });
}

const SLICES = { daysPerRequest: 2, idsPerRequest: 200, maxConcurrency: 1 };

const operations: readonly Operation[] = [
	{
		name: 'publisher.getAll',
		parameters: () => ({ resource: 'publisher', operation: 'getAll', returnAll: true }),
		truth: ({ promoPages }) =>
			promoPages.publishers
				.filter(({ publisher }) => publisher.isDeleted !== true)
				.map(({ publisher: { id, name, logoUrl }, canRead, canWrite }) => ({
					...{ id, name, logoUrl: logoUrl ?? null, isDeleted: false, canRead, canWrite },
				})),
	},
	{
		name: 'balance.getAll',
		parameters: () => ({ resource: 'balance', operation: 'getAll', returnAll: true }),
		truth: ({ promoPages }) => promoPages.balances,
	},
	{
		name: 'campaign.getAll',
		parameters: (sandbox) => ({ ...CAMPAIGNS, publisherId: publisherOf(sandbox), options: { pageSize: 60 } }),
		truth: campaignsOf,
	},
	{
		name: 'campaign.getAll, by ids',
		parameters: (sandbox) => ({
			...CAMPAIGNS,
			publisherId: publisherOf(sandbox),
			filters: { campaignIds: firstIds(sandbox).join(',') },
			options: { idsPerRequest: 10 },
		}),
		truth: (sandbox) => campaignsOf(sandbox).slice(0, 25),
	},
	{
		name: 'campaign.getAll, previews',
		parameters: (sandbox) => ({
			...CAMPAIGNS,
			level: 'previews',
			publisherId: publisherOf(sandbox),
			options: { pageSize: 100 },
		}),
		truth: previewRows,
	},
	...(['campaigns', 'publications', 'previews'] as const).map((level): Operation => ({
		name: `report.get, ${level}`,
		slices: true,
		parameters: (sandbox) => ({ ...REPORT, level, publisherId: publisherOf(sandbox), options: SLICES }),
		truth: (sandbox) => statistics(sandbox, level),
	})),
	{
		name: 'report.get, 2 at a time',
		slices: true,
		concurrent: true,
		except: ['time'],
		parameters: (sandbox) => ({
			...REPORT,
			publisherId: publisherOf(sandbox),
			options: { ...SLICES, maxConcurrency: 2 },
		}),
		truth: (sandbox) => statistics(sandbox, 'campaigns'),
	},
	{
		name: 'report.create',
		parameters: (sandbox) => ({
			...REPORT,
			operation: 'create',
			publisherId: publisherOf(sandbox),
			options: { daysPerRequest: 2 },
		}),
		// It hands the order over and does not wait for what becomes of it.
		except: ['jobs'],
		// Ids of reports are the platform's; that each belongs to one order is what the requests tell.
		truth: 'undisturbed run',
	},
	{
		name: 'report.fetch',
		parameters: (sandbox) => ({
			resource: 'report',
			operation: 'fetch',
			reportId: sandbox.promoPages.readyReport({ publisherId: publisherOf(sandbox), ...DAYS }),
			returnAll: true,
		}),
		truth: (sandbox) => statistics(sandbox, 'campaigns'),
	},
	{
		name: 'report.planSlices',
		parameters: (sandbox) => ({
			...REPORT,
			operation: 'planSlices',
			publisherId: publisherOf(sandbox),
			options: { daysPerRequest: 0 },
		}),
		truth: (sandbox) => {
			const ids = campaignsOf(sandbox).map(({ id }) => id);
			return [ids.slice(0, 200), ids.slice(200)].map((campaignIds, index) => ({
				resource: 'report',
				operation: 'get',
				publisherId: publisherOf(sandbox),
				level: 'campaigns',
				campaignScope: 'selected',
				campaignIds,
				...DAYS,
				index,
				count: 2,
			}));
		},
	},
];

type Asked = Parameters<MatrixPart['roleOf']>[0];

function roleOf({ path, method }: Asked): Role {
	if (method === 'POST') return 'order';
	return path.startsWith('/reports/') ? 'poll' : 'read';
}

export const matrix: MatrixPart = {
	account: { campaigns: [230], reportPolls: 1 },
	roleOf,
	pages: { path: /^\/campaigns$/, method: 'GET' },
	pageOf: ({ query }) =>
		query.campaignIds !== undefined ? undefined : query.pageLastId === undefined ? 'first' : 'later',
	hasCursors: true,
	wholeJobs: 'poll',
	orders: { path: /^\/reports\//, method: 'POST' },
	jobStates: ['404', '410', '500', 'failed'],
	refusalBody: '{"code":"error","message":"refused"}',
	operations,
};
