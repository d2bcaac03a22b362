import type { SingleOperation } from '../../shared/operations/operation';
import { plural } from '../../shared/parameters/shown';
import { idOf, type TargetAdsApi } from '../api';
import { campaignNames } from '../campaign-names';

export const getReferenceData: SingleOperation<TargetAdsApi> = {
	name: 'Get Reference Data',
	value: 'getReferenceData',
	description:
		'Get the names of all campaigns and target events in one item: campaigns by ID, each with name, source and marketing campaign, and the list of target events',
	action: 'Get the reference data of the project',
	gives: 'items',
	fields: [],
	async *rows({ api, observe }) {
		const campaigns = await campaignNames(api);
		const events = await api.targetEvents();
		const placements = await api.campaigns(false);
		const odd = [
			[placements.filter((placement) => idOf(placement).length === 0).length, 'campaign', 'an ID'],
			[events.filter(({ event_name }) => typeof event_name !== 'string').length, 'target event', 'a name'],
		] as const;
		for (const [count, what, lacks] of odd)
			if (count > 0)
				observe({
					type: 'remark',
					text: `${plural(count, what)} came without ${lacks}, to be looked up by.`,
				});
		yield [
			{
				campaigns: Object.fromEntries(campaigns),
				// A list, because equal names occur in different categories (S15).
				targetEvents: events.map(({ event_type, event_category, event_name, description }) => ({
					type: event_type ?? null,
					category: event_category ?? null,
					name: event_name ?? null,
					description: description ?? null,
				})),
			},
		];
	},
};
