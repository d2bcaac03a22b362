import type { Operation } from '../../faults/model';
import type { Sandbox } from '../../sandbox';

const CAMPAIGNS = { resource: 'campaign', operation: 'getAll', returnAll: true, simplify: false };

/** The first publisher that may be read, which has the most campaigns. */
export function publisherOf({ promoPages }: Sandbox): string {
	const first = promoPages.publishers.find(
		({ canRead, publisher }) => canRead && publisher.isDeleted !== true,
	);
	return first!.publisher.id;
}

/** With the names of their publishers, which the platform's balances lack. */
export function namedBalances({ promoPages }: Sandbox): object[] {
	const names = new Map(promoPages.publishers.map(({ publisher: { id, name } }) => [id, name]));
	return promoPages.balances.map((row) => ({ ...row, publisherName: names.get(row.publisherId)! }));
}

export function campaignsOf(sandbox: Sandbox) {
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

export const lists: readonly Operation[] = [
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
		truth: namedBalances,
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
	{
		name: 'request.send, a list',
		parameters: (sandbox) => ({
			...{ resource: 'request', operation: 'send', method: 'GET', path: '/campaigns', returnAll: true },
			query: JSON.stringify({ publisherId: publisherOf(sandbox), pageLimit: 60 }),
		}),
		truth: campaignsOf,
	},
];
