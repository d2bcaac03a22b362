import type { TriggerEvent } from '../../shared/trigger/event';
import type { AdfoxApi } from '../api';
import { campaigns } from './campaigns';

export const newCampaign: TriggerEvent<AdfoxApi> = {
	name: 'New Campaign',
	value: 'newCampaign',
	description: 'When the account has a campaign that was not there before',
	fields: [],
	none: 'The account has no campaigns yet.',
	watch: () => ({ ...campaigns, stateOf: () => ({}), tellsNew: true }),
};
