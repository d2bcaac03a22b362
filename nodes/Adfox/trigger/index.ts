import type { TriggerEvent } from '../../shared/trigger/event';
import type { AdfoxApi } from '../api';
import { campaignStatusChanged } from './campaignStatusChanged';
import { dayReady } from './dayReady';
import { newCampaign } from './newCampaign';

/** What the trigger waits for, in the order of the alphabet. */
export const events: readonly TriggerEvent<AdfoxApi>[] = [campaignStatusChanged, dayReady, newCampaign];
