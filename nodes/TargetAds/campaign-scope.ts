import { lookUpForHint } from '../shared/operations/look-up-for-hint';
import { MissingIds, tellUnnamed } from '../shared/operations/missing-ids';
import type { Run } from '../shared/operations/run';
import { idScope, type IdScope } from '../shared/parameters/id-scope';
import type { Parameters } from '../shared/parameters/parameters';
import { idOf, type TargetAdsApi } from './api';

/** `ids` are those chosen by the user; the other scopes get theirs from the account. */
export type CampaignScope = IdScope<'all' | 'active' | 'accessible'>;

const campaigns = idScope({
	one: 'campaign',
	load: 'getCampaigns',
	example: '12345, 12346',
	options: [
		{
			name: 'Accessible',
			value: 'accessible',
			description: 'All campaigns that the token may see; rows without a campaign are left out',
		},
		{
			name: 'Active',
			value: 'active',
			description: 'Campaigns with impressions in the last 7 days; older ones are missing from past periods',
		},
		{
			name: 'All',
			value: 'all',
			description: 'No campaign filter: every row, also those without a campaign, such as organic page views',
		},
	],
	description: 'Which campaigns to load. Only "All" is complete.',
});

export const { fields: campaignScopeFields, ofSlice: campaignsOfSlice } = campaigns;

/** @throws {ParameterError} "selected" without an id, which would not mean "all" (sheet T22) */
export const readCampaignScope: (parameters: Parameters) => CampaignScope = campaigns.read;

/** @returns placement ids (sheet T12); undefined for no filter; empty when the account has none, which is told */
export async function campaignIdsOf(
	{ kind, ids }: CampaignScope,
	{ api, observe }: Pick<Run<TargetAdsApi>, 'api' | 'observe'>,
): Promise<readonly string[] | undefined> {
	if (kind === 'all' || ids !== undefined) return ids;
	const placements = await api.campaigns(kind === 'active');
	if (placements.length === 0)
		observe({
			type: 'remark',
			text: 'The account has no campaigns of this kind, so there was nothing to load.',
		});
	const known = placements.flatMap(idOf);
	tellUnnamed(observe, placements.length - known.length, 'campaign', 'account');
	return known;
}

/** Tells chosen campaigns that the account does not have, for a report without rows: ids of another kind, as a rule. */
export async function remarkUnknownCampaigns(
	{ ids }: CampaignScope,
	{ api, observe }: Pick<Run<TargetAdsApi>, 'api' | 'observe'>,
): Promise<void> {
	if (ids === undefined) return;
	await lookUpForHint(observe, async () => {
		const missing = new MissingIds('campaign ID');
		const placements = await api.campaigns(false);
		missing.compare(ids, placements.flatMap(idOf));
		missing.tell(observe);
	});
}
