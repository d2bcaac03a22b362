import type { TriggerEvent } from '../../shared/trigger/event';
import type { TargetAdsApi } from '../api';
import { campaigns } from './campaigns';

export const newCampaign: TriggerEvent<TargetAdsApi> = {
	name: 'New Campaign',
	value: 'newCampaign',
	description: 'When the project has a campaign (placement) that was not there before',
	fields: [],
	none: 'The project has no campaigns yet.',
	watch: () => ({ ...campaigns, stateOf: () => ({}), tellsNew: true }),
};
