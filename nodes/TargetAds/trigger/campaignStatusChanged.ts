import type { TriggerEvent } from '../../shared/trigger/event';
import type { TargetAdsApi } from '../api';
import { campaigns } from './campaigns';

export const campaignStatusChanged: TriggerEvent<TargetAdsApi> = {
	name: 'Campaign Status Changed',
	value: 'campaignStatusChanged',
	description: 'When the status of a campaign (placement) has changed',
	fields: [],
	none: 'The project has no campaigns with a status yet.',
	watch: () => ({
		...campaigns,
		stateOf: ({ placement_status: status }) =>
			status === undefined || status === null ? undefined : { placement_status: status },
	}),
};
