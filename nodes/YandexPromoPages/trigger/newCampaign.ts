import { latestFirst } from '../../shared/trigger/latest-first';
import type { TriggerEvent } from '../../shared/trigger/event';
import type { YandexPromoPagesApi } from '../api';
import { flat } from '../campaign/flat';
import { publishers } from '../publishers';
import type { Campaign } from '../schemas';
import { campaignsOf } from './campaigns';

export const newCampaign: TriggerEvent<YandexPromoPagesApi> = {
	name: 'New Campaign',
	value: 'newCampaign',
	description: 'When a publisher (cabinet) has a campaign that was not there before',
	fields: publishers.fields,
	none: 'The publishers have no campaigns yet.',
	watch(parameters) {
		const { ids } = publishers.read(parameters);
		const rowsOf = (campaign: Campaign) => [flat(campaign)];
		return {
			look: (look) => campaignsOf(look, ids, rowsOf),
			newest: (look) =>
				latestFirst(campaignsOf(look, ids, rowsOf), ({ start }) => (typeof start === 'string' ? start : '')),
			idOf: ({ id }) => id,
			stateOf: () => ({}),
			tellsNew: true,
		};
	},
};
