import type { MatrixPart, Operation, Role } from '../../faults/model';
import type { INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox';
import type { StatisticsRow } from '../../sandbox/promopages';
import { campaignsOf, lists, publisherOf } from './matrix-lists';

export { namedBalances, previewRows, publisherOf } from './matrix-lists';

const DAYS = { dateFrom: '2026-01-01', dateTo: '2026-01-04' };
const REPORT = {
	resource: 'report',
	operation: 'get',
	level: 'campaigns',
	campaignScope: 'all',
	dateRange: 'custom',
	...DAYS,
	returnAll: true,
};

/** The scope of a report of that publisher alone. */
export function ofPublisher(publisherId: string): INodeParameters {
	return { publisherScope: 'selected', publisherIds: [publisherId] };
}

/** Rows as a report has them: the platform's name neither their publisher nor what else they are about. */
export function rowsOfPublisher(
	{ promoPages }: Sandbox,
	publisherId: string,
	lines: readonly StatisticsRow[],
): object[] {
	const { name } = promoPages.publishers.find(({ publisher }) => publisher.id === publisherId)!.publisher;
	const campaigns = new Map(promoPages.campaigns(publisherId).map((campaign) => [campaign.id, campaign]));
	return lines.map(({ campaignId, publicationId, previewId, ...metrics }) => {
		const { title, publications } = campaigns.get(campaignId)!;
		const publication = publications.find(({ id }) => id === publicationId);
		const preview = publication?.previews?.find(({ id }) => id === previewId);
		return {
			...{ publisherId, publisherName: name, campaignId, campaignTitle: title },
			...(publicationId !== undefined && {
				publicationId,
				publicationTitle: publication!.title ?? null,
			}),
			...(previewId !== undefined && { previewId, previewTitle: preview!.title }),
			...metrics,
		};
	});
}

function statistics(sandbox: Sandbox, level: 'campaigns' | 'publications' | 'previews') {
	const publisherId = publisherOf(sandbox);
	const lines = sandbox.promoPages.statistics({ publisherId, level, ...DAYS });
	return rowsOfPublisher(sandbox, publisherId, lines);
}

/** As many rows as there are, and yet a limit: nothing is ordered ahead of it, so that requests come one by one. */
const ONE_BY_ONE = { returnAll: false, limit: 1_000_000 };
const SLICES = { daysPerRequest: 2, idsPerRequest: 200, maxConcurrency: 1 };

const operations: readonly Operation[] = [
	...lists,
	...(['campaigns', 'publications', 'previews'] as const).map((level): Operation => ({
		name: `report.get, ${level}`,
		slices: true,
		parameters: (sandbox) => ({
			...{ ...REPORT, ...ONE_BY_ONE, level },
			...{ ...ofPublisher(publisherOf(sandbox)), options: SLICES },
		}),
		truth: (sandbox) => statistics(sandbox, level),
	})),
	{
		name: 'report.get, 2 at a time, all ordered ahead',
		slices: true,
		concurrent: true,
		except: ['time'],
		parameters: (sandbox) => ({
			...REPORT,
			...ofPublisher(publisherOf(sandbox)),
			options: { ...SLICES, maxConcurrency: 2 },
		}),
		truth: (sandbox) => statistics(sandbox, 'campaigns'),
	},
	{
		name: 'report.create',
		parameters: (sandbox) => ({
			...REPORT,
			operation: 'create',
			...ofPublisher(publisherOf(sandbox)),
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
		truth: (sandbox) => sandbox.promoPages.statistics({ publisherId: publisherOf(sandbox), ...DAYS }),
	},
	{
		name: 'report.fetch, with names',
		parameters: (sandbox) => ({
			resource: 'report',
			operation: 'fetch',
			reportId: sandbox.promoPages.readyReport({ publisherId: publisherOf(sandbox), ...DAYS }),
			publisherId: publisherOf(sandbox),
			returnAll: true,
		}),
		truth: (sandbox) => statistics(sandbox, 'campaigns'),
	},
	{
		name: 'report.getPerformance',
		slices: true,
		parameters: () => ({
			...{ resource: 'report', operation: 'getPerformance', publisherScope: 'all', campaignScope: 'all' },
			...{ dateRange: 'custom', ...DAYS, ...ONE_BY_ONE, options: SLICES },
		}),
		truth: 'undisturbed run',
	},
	{
		name: 'report.planSlices',
		parameters: (sandbox) => ({
			...REPORT,
			operation: 'planSlices',
			...ofPublisher(publisherOf(sandbox)),
			options: { daysPerRequest: 0 },
		}),
		truth: (sandbox) => {
			const ids = campaignsOf(sandbox).map(({ id }) => id);
			return [ids.slice(0, 200), ids.slice(200)].map((campaignIds, index) => ({
				resource: 'report',
				operation: 'get',
				publisherId: publisherOf(sandbox),
				...ofPublisher(publisherOf(sandbox)),
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
	pausesLong: true,
	watchedAccount: { campaigns: [230, 3, 0, 2] },
	roleOf,
	pages: { path: /^\/campaigns$/, method: 'GET' },
	pageOf: ({ query }) =>
		query.campaignIds !== undefined ? undefined : query.pageLastId === undefined ? 'first' : 'later',
	hasCursors: true,
	// The two words of the credential's Token Type: Auto.
	credentialForms: 2,
	wholeJobs: 'poll',
	orders: { path: /^\/reports\//, method: 'POST' },
	jobStates: ['404', '410', '500', 'failed'],
	refusalBody: '{"code":"error","message":"refused"}',
	operations,
};
