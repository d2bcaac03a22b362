import type { INodeProperties } from 'n8n-workflow';

import type { ReadSlice } from '../../../connector/report';
import type { Page, Row } from '../../../connector/rows';
import type { TargetAdsApi } from '../api';
import { campaignNames, type CampaignNames } from '../campaign-names';
import { PLACEMENT_FIELD } from '../limits';

export const addCampaignNamesOption: INodeProperties = {
	displayName: 'Add Campaign Names',
	name: 'addCampaignNames',
	type: 'boolean',
	default: false,
	description:
		'Whether to add the columns campaignName, campaignSource and marketingCampaign to each row. They are looked up by InteractionPlacementId, which is loaded along with the fields chosen.',
};

export const NAME_COLUMNS = ['campaignName', 'campaignSource', 'marketingCampaign'] as const;

/** A reader whose rows also carry their campaign's names; rows of no known campaign carry null. */
export async function withCampaignNames(api: TargetAdsApi, read: ReadSlice): Promise<ReadSlice> {
	// All campaigns, since a past period names others than the active ones (S8).
	const names = campaignNames(await api.campaigns(false));
	return async function* (...slice): AsyncGenerator<Page> {
		for await (const page of read(...slice))
			yield page.map((row) => ({ ...row, ...nameColumns(row, names) }));
	};
}

function nameColumns(row: Row, names: ReadonlyMap<string, CampaignNames>): Row {
	const known = names.get(String(row[PLACEMENT_FIELD]));
	const [name, source, marketing] = NAME_COLUMNS;
	return {
		[name]: known?.name ?? null,
		[source]: known?.source ?? null,
		[marketing]: known?.marketingCampaign ?? null,
	};
}
