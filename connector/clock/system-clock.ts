import { setTimeout as delay } from 'node:timers/promises';

import { CancelledError } from '../errors';
import type { Clock } from './clock';

/** setTimeout fires at once for anything longer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
	now: () => Date.now(),
	random: () => Math.random(),
	async sleep(ms, signal) {
		try {
			await delay(Math.min(Math.max(0, ms), LONGEST_TIMER_MS), undefined, { signal });
		} catch (cause) {
			throw new CancelledError('The execution was stopped.', { cause });
		}
	},
};
