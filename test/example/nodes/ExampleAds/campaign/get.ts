import type { SingleOperation } from '../../shared/operations/operation';
import { locatorField } from '../../shared/parameters/locator';
import type { ExampleAdsApi } from '../api';

export const get: SingleOperation<ExampleAdsApi> = {
	name: 'Get',
	value: 'get',
	description: 'Get a campaign',
	action: 'Get a campaign',
	gives: 'items',
	fields: [
		locatorField({
			displayName: 'Campaign',
			name: 'campaignId',
			required: true,
			search: 'searchCampaigns',
			placeholder: 'Choose a campaign...',
			example: '101',
		}),
	],
	async *rows({ api, parameters }) {
		yield [await api.campaign(parameters.id('campaignId'))];
	},
};
