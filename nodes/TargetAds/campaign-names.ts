import type { Placement } from './schemas';

export interface CampaignNames {
	readonly name: string | null;
	readonly source: string | null;
	readonly marketingCampaign: string | null;
}

/** Names by placement id, which report rows carry (sheet T12). Ids without a name get none made up (S16). */
export function campaignNames(placements: readonly Placement[]): Map<string, CampaignNames> {
	return new Map(
		placements.map(({ placement_id, placement_name, source_name, marketing_name }) => [
			String(placement_id),
			{
				name: placement_name ?? null,
				source: source_name ?? null,
				marketingCampaign: marketing_name ?? null,
			},
		]),
	);
}
