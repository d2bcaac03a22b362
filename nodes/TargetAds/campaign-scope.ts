import type { INodeProperties } from 'n8n-workflow';

import { lookUpForHint } from '../shared/operations/look-up-for-hint';
import { MissingIds } from '../shared/operations/missing-ids';
import type { Run } from '../shared/operations/run';
import type { Parameters } from '../shared/parameters/parameters';
import { ParameterError } from '../shared/parameters/parameter-error';
import type { TargetAdsApi } from './api';

const SCOPES = ['all', 'active', 'accessible', 'selected'] as const;

/** `ids` are those chosen by the user; the other scopes get theirs from the account. */
export type CampaignScope =
	| { readonly kind: 'all' | 'active' | 'accessible' }
	| { readonly kind: 'selected'; readonly ids: readonly string[] };

const onlySelected = { displayOptions: { show: { campaignScope: ['selected'] } } };

export const campaignScopeFields: readonly INodeProperties[] = [
	{
		displayName: 'Campaigns',
		name: 'campaignScope',
		type: 'options',
		options: [
			{
				name: 'Accessible',
				value: 'accessible',
				description: 'All campaigns that the token may see; rows without a campaign are left out',
			},
			{
				name: 'Active',
				value: 'active',
				description:
					'Campaigns with impressions in the last 7 days; older ones are missing from past periods',
			},
			{
				name: 'All',
				value: 'all',
				description:
					'No campaign filter: every row, also those without a campaign, such as organic page views',
			},
			{ name: 'Selected', value: 'selected', description: 'Only campaigns that you choose' },
		],
		default: 'all',
		description: 'Which campaigns to load. Only "All" is complete.',
	},
	{
		displayName: 'Campaign Names or IDs',
		name: 'campaignIds',
		type: 'multiOptions',
		allowArbitraryValues: true,
		typeOptions: { loadOptionsMethod: 'getCampaigns' },
		default: [],
		...onlySelected,
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'Campaign IDs (Text)',
		name: 'campaignIdList',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12345, 12346',
		...onlySelected,
		description: 'More campaign IDs, with commas between them',
	},
];

/** @throws {ParameterError} "selected" without an id, which would not mean "all" (sheet T22) */
export function readCampaignScope(parameters: Parameters): CampaignScope {
	const kind = parameters.choice('campaignScope', SCOPES);
	if (kind !== 'selected') return { kind };
	const ids = parameters.ids('campaignIds', 'campaignIdList');
	for (const id of ids)
		if (!Number.isSafeInteger(Number(id)))
			throw new ParameterError(
				'Campaign Names or IDs',
				`Campaign Names or IDs contains "${id}", which is no ID of TargetADS.`,
			);
	if (ids.length === 0)
		throw new ParameterError(
			'Campaign Names or IDs',
			'Campaigns is Selected, but Campaign Names or IDs is empty.',
			'Choose campaigns, or set Campaigns to All.',
		);
	return { kind, ids };
}

/** @returns placement ids (sheet T12); undefined for no filter; empty when the account has none, which is told */
export async function campaignIdsOf(
	scope: CampaignScope,
	{ api, observe }: Pick<Run<TargetAdsApi>, 'api' | 'observe'>,
): Promise<readonly string[] | undefined> {
	switch (scope.kind) {
		case 'all':
			return undefined;
		case 'selected':
			return scope.ids;
		case 'active':
		case 'accessible': {
			const placements = await api.campaigns(scope.kind === 'active');
			if (placements.length === 0)
				observe({
					type: 'remark',
					text: 'The account has no campaigns of this kind, so there was nothing to load.',
				});
			return placements.map(({ placement_id }) => String(placement_id));
		}
	}
}

/** Tells chosen campaigns that the account does not have, for a report without rows: ids of another kind, as a rule. */
export async function remarkUnknownCampaigns(
	scope: CampaignScope,
	{ api, observe }: Pick<Run<TargetAdsApi>, 'api' | 'observe'>,
): Promise<void> {
	if (scope.kind !== 'selected') return;
	const missing = new MissingIds('campaign ID');
	await lookUpForHint(observe, async () => {
		const placements = await api.campaigns(false);
		missing.compare(
			scope.ids,
			placements.map(({ placement_id }) => String(placement_id)),
		);
		missing.tell(observe);
	});
}
