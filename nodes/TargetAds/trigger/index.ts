import type { TriggerEvent } from '../../shared/trigger/event';
import type { TargetAdsApi } from '../api';
import { campaignStatusChanged } from './campaignStatusChanged';
import { newCampaign } from './newCampaign';
import { tokenEnding } from './tokenEnding';

/** What the trigger waits for, in the order of the alphabet. */
export const events: readonly TriggerEvent<TargetAdsApi>[] = [
	campaignStatusChanged,
	newCampaign,
	tokenEnding,
];
