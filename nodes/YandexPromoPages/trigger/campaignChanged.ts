import { latestFirst } from '../../shared/trigger/latest-first';
import type { Row } from '../../../connector/rows';
import type { TriggerEvent } from '../../shared/trigger/event';
import type { YandexPromoPagesApi } from '../api';
import { flat } from '../campaign/flat';
import { levelRows } from '../campaign/level';
import { publishers } from '../publishers';
import type { Campaign } from '../schemas';
import { campaignsOf } from './campaigns';

export const campaignChanged: TriggerEvent<YandexPromoPagesApi> = {
	name: 'Campaign Changed',
	value: 'campaignChanged',
	description:
		'When a campaign was put into the archive or taken out of it, or one of its publications was switched on or off or deleted',
	fields: publishers.fields,
	none: 'The publishers have no campaigns yet.',
	watch(parameters) {
		const { ids } = publishers.read(parameters);
		return {
			look: (look) => campaignsOf(look, ids, partsOf),
			newest: (look) =>
				latestFirst(campaignsOf(look, ids, partsOf), ({ start }) => (typeof start === 'string' ? start : '')),
			// A publication may belong to several campaigns.
			idOf: ({ level, id, campaignId }) => (id === undefined ? undefined : [level, campaignId, id].join(' ')),
			stateOf: ({ level, isArchived, isDisabled, isDeleted }) =>
				level === 'campaign' ? { isArchived } : { isDisabled, isDeleted },
		};
	},
};

/** The campaign, and each of its publications. */
function partsOf(campaign: Campaign): Row[] {
	return [
		{ level: 'campaign', ...flat(campaign) },
		...levelRows(campaign, 'publications').map((row) => ({ level: 'publication', ...row })),
	];
}
