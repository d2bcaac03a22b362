import { getMany } from '../../shared/operations/operation';
import type { TargetAdsApi } from '../api';

export const getAll = getMany<TargetAdsApi>('campaigns', {
	description:
		'Get many campaigns, which TargetADS also calls placements: ID, name, date of creation, status, source and marketing campaign',
	fields: [
		{
			displayName: 'Active Only',
			name: 'activeOnly',
			type: 'boolean',
			default: false,
			description: 'Whether to leave out campaigns without impressions in the last 7 days',
		},
	],
	async *rows({ api, parameters }) {
		yield await api.campaigns(parameters.flag('activeOnly'));
	},
});
