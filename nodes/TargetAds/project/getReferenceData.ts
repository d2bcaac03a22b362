import type { SingleOperation } from '../../shared/operations/operation';
import type { TargetAdsApi } from '../api';
import { campaignNames } from '../campaign-names';

export const getReferenceData: SingleOperation<TargetAdsApi> = {
	name: 'Get Reference Data',
	value: 'getReferenceData',
	description: 'Get the names of all campaigns and target events, to look them up for a report',
	action: 'Get the reference data of the project',
	gives: 'items',
	fields: [],
	async *rows({ api }) {
		const campaigns = await campaignNames(api);
		const events = await api.targetEvents();
		yield [
			{
				campaigns: Object.fromEntries(campaigns),
				// A list, because equal names occur in different categories (S15).
				targetEvents: events.map(({ event_type, event_category, event_name, description }) => ({
					type: event_type ?? null,
					category: event_category ?? null,
					name: event_name,
					description: description ?? null,
				})),
			},
		];
	},
};
