import type { TriggerEvent } from '../../shared/trigger/event';
import type { YandexPromoPagesApi } from '../api';
import { balanceBelow } from './balanceBelow';
import { campaignChanged } from './campaignChanged';
import { newCampaign } from './newCampaign';

/** What the trigger waits for, in the order of the alphabet. */
export const events: readonly TriggerEvent<YandexPromoPagesApi>[] = [
	balanceBelow,
	campaignChanged,
	newCampaign,
];
