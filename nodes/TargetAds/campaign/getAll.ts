import type { ListOperation } from '../../shared/operations/operation';
import type { TargetAdsApi } from '../api';

export const getAll: ListOperation<TargetAdsApi> = {
	name: 'Get Many',
	value: 'getAll',
	description: 'Get many campaigns, which TargetADS also calls placements',
	action: 'Get many campaigns',
	gives: 'list',
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
};
