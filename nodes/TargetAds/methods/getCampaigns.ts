import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { fromAccount } from '../../shared/editor/editor-api';
import type { Placement } from '../schemas';
import { targetAds } from '../platform';

/** All campaigns of the account, since reports of past periods need the inactive ones too. */
export async function getCampaigns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const placements = await fromAccount(this, targetAds, (api) => api.campaigns(false));
	return placements.map(asOption).sort((a, b) => a.name.localeCompare(b.name, 'ru'));
}

function asOption({
	placement_id,
	placement_name,
	source_name,
	marketing_name,
}: Placement): INodePropertyOptions {
	const id = String(placement_id);
	return {
		name: placement_name ? `${placement_name} (${id})` : id,
		value: id,
		description: [source_name, marketing_name].filter(Boolean).join(' · '),
	};
}
