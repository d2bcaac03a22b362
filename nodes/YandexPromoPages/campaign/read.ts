import { ResponseInvalidError } from '../../../connector/errors';
import { cursorPages, noLimit } from '../../../connector/pages';
import { idText } from '../../../connector/rows';
import { cutIds } from '../../../connector/slices';
import { MissingIds } from '../../shared/operations/missing-ids';
import type { Run } from '../../shared/operations/run';
import type { CampaignFilters, YandexPromoPagesApi } from '../api';
import { IDS_PER_REQUEST } from '../limits';
import type { Campaign, CampaignsAnswer } from '../schemas';

interface PageMode {
	readonly publisherId: string;
	readonly pageSize: number;
	readonly filters: CampaignFilters;
	/** Called when the platform says that more follow. */
	readonly onMore?: () => void;
}

/**
 * Campaigns of a publisher, page by page (sheet 3.1). `hasNextPage` alone says whether there is more: its description
 * speaks of the current page, and the seed's example proves that wrong (trap 9).
 */
export function campaignPages(
	api: YandexPromoPagesApi,
	{ publisherId, pageSize, filters, onMore }: PageMode,
): AsyncGenerator<readonly Campaign[]> {
	return cursorPages<Campaign>(async (cursor) => {
		const answer = await api.campaignsPage(publisherId, { cursor, size: pageSize, filters });
		const page = campaignPage(answer);
		if (page.next !== undefined) onMore?.();
		return page;
	}, noLimit());
}

/** @throws {ResponseInvalidError} there is more, and nobody knows where */
export function campaignPage({ campaigns: rows, hasNextPage, pageLastId }: CampaignsAnswer) {
	if (hasNextPage !== true) return { rows, next: undefined };
	if (pageLastId) return { rows, next: pageLastId };
	throw new ResponseInvalidError(
		'Yandex PromoPages promised more campaigns without saying where they begin.',
	);
}

/** Campaigns by their ids, in as few requests as there can be. */
export async function* campaignBatches(
	api: YandexPromoPagesApi,
	publisherId: string,
	ids: readonly string[],
): AsyncGenerator<readonly Campaign[]> {
	for (const batch of cutIds(ids, IDS_PER_REQUEST.maximum))
		yield await api.campaignsByIds(publisherId, batch);
}

/** Campaigns by their ids, in the order of the ids; those without an answer are told. */
export async function* campaignsByIds(
	{ api, limit, observe }: Run<YandexPromoPagesApi>,
	publisherId: string,
	ids: readonly string[],
	idsPerRequest: number,
): AsyncGenerator<readonly Campaign[]> {
	const missing = new MissingIds('campaign ID');
	try {
		for (const batch of limit.whileWanted(cutIds(ids, idsPerRequest))) {
			const campaigns = await api.campaignsByIds(publisherId, batch);
			const byId = new Map(campaigns.map((campaign) => [idText(campaign.id), campaign]));
			missing.compare(
				batch,
				[...byId.keys()].filter((id) => id !== undefined),
			);
			yield batch.map((id) => byId.get(id)).filter((campaign) => campaign !== undefined);
		}
	} finally {
		missing.tell(observe);
	}
}
