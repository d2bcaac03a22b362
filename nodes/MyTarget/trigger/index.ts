import type { TriggerEvent } from '../../shared/trigger/event';
import type { MyTargetApi } from '../api';
import { balanceBelow } from './balanceBelow';
import { moderationChanged } from './moderationChanged';
import { newLead } from './newLead';
import { spendAbove } from './spendAbove';
import { statusChanged } from './statusChanged';

/** What the trigger waits for, in the order of the alphabet. */
export const events: readonly TriggerEvent<MyTargetApi>[] = [
	balanceBelow,
	moderationChanged,
	newLead,
	spendAbove,
	statusChanged,
];
