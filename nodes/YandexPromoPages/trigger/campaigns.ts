import type { Page, Row } from '../../../connector/rows';
import type { Look } from '../../shared/trigger/event';
import type { YandexPromoPagesApi } from '../api';
import { withFlags } from '../campaign/level';
import { campaignPages } from '../campaign/read';
import { PAGE_SIZE } from '../limits';
import { publishersOf } from '../publishers';
import type { Campaign } from '../schemas';

/**
 * The campaigns of publishers, one publisher after the other. What a publisher has that the token did not see before
 * is nothing new.
 *
 * @param chosen undefined for all publishers
 * @param rowsOf what is watched of a campaign
 */
export async function* campaignsOf(
	look: Look<YandexPromoPagesApi>,
	chosen: readonly string[] | undefined,
	rowsOf: (campaign: Campaign) => readonly Row[],
): AsyncGenerator<Page> {
	const { api, mark, enter, leave, reachedEnd } = look;
	// In an order that the next look has as well.
	const ids = [...(await publishersOf(look, chosen, false)).keys()].sort();
	const from = mark?.publisherId;
	const left = from === undefined ? ids : ids.filter((id) => id >= String(from));
	for (const [index, publisherId] of left.entries()) {
		enter(publisherId);
		const paging = { publisherId, pageSize: PAGE_SIZE.default, filters: {} };
		for await (const page of campaignPages(api, paging))
			yield page.flatMap((campaign) => rowsOf(withFlags(campaign)).map((row) => ({ publisherId, ...row })));
		const next = left[index + 1];
		leave(next === undefined ? undefined : { publisherId: next });
	}
	leave(undefined);
	reachedEnd(from === undefined);
}
