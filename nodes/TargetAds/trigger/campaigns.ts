import type { Page } from '../../../connector/rows';
import { latestFirst } from '../../shared/trigger/latest-first';
import type { Look } from '../../shared/trigger/event';
import type { TargetAdsApi } from '../api';

/** All of them come in one answer (sheet 3.1). */
async function* look({ api, reachedEnd }: Look<TargetAdsApi>): AsyncGenerator<Page> {
	yield await api.campaigns(false);
	reachedEnd(true);
}

/** How campaigns, which TargetADS also calls placements, are looked at. */
export const campaigns = {
	look,
	newest: (from: Look<TargetAdsApi>) => latestFirst(look(from), ({ placement_id: id }) => Number(id)),
	idOf: ({ placement_id: id }: Readonly<Record<string, unknown>>) => id,
};
