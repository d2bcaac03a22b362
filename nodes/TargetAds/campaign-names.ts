import type { INodeProperties } from 'n8n-workflow';

import type { ReadSlice } from '../../connector/report';
import { mapInTurns, mapPagesInTurns, Turns, type Row } from '../../connector/rows';
import { idOf, type TargetAdsApi } from './api';
import { PLACEMENT_FIELD } from './limits';

interface CampaignNames {
	readonly name: unknown;
	readonly source: unknown;
	readonly marketingCampaign: unknown;
}

const NO_NAMES: CampaignNames = { name: null, source: null, marketingCampaign: null };

/**
 * Names by placement id, which report rows carry (sheet T12). Ids without a name get none made up (S16). Of all campaigns,
 * since a report of a past period names others than the active ones (S8).
 */
export async function campaignNames(api: TargetAdsApi): Promise<ReadonlyMap<string, CampaignNames>> {
	const names = new Map<string, CampaignNames>();
	for await (const placements of mapInTurns(
		await api.campaigns(false),
		(placement) => placement,
		new Turns(),
	))
		for (const placement of placements)
			for (const id of idOf(placement))
				names.set(id, {
					name: placement.placement_name ?? null,
					source: placement.source_name ?? null,
					marketingCampaign: placement.marketing_name ?? null,
				});
	return names;
}

export const addNamesField: INodeProperties = {
	displayName: 'Add Names',
	name: 'addNames',
	type: 'boolean',
	default: false,
	description:
		'Whether to add the columns campaignName, campaignSource and marketingCampaign to each row. They are looked up by InteractionPlacementId, which is loaded along, and are empty in rows of no known campaign.',
};

export const NAME_COLUMNS: readonly string[] = ['campaignName', 'campaignSource', 'marketingCampaign'];

/** A reader whose rows also carry their campaign's names; rows of no known campaign carry null. */
export async function withCampaignNames(api: TargetAdsApi, read: ReadSlice): Promise<ReadSlice> {
	const names = await campaignNames(api);
	const named = (row: Row) => {
		const { name, source, marketingCampaign } = names.get(String(row[PLACEMENT_FIELD])) ?? NO_NAMES;
		return { ...row, campaignName: name, campaignSource: source, marketingCampaign };
	};
	return (slice, signal, ...rest) => mapPagesInTurns(read(slice, signal, ...rest), named, new Turns(signal));
}
