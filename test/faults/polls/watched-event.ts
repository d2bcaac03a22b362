import type { Occurrence } from '../../platforms/occurrence';
import type { Subject } from '../model';

/** Names of polls begin with it. */
export const POLL = 'poll.';

/** An event of a trigger node whose polls are put under faults. */
export interface WatchedEvent extends Subject {
	readonly occurrence: Occurrence;
}

export function watchedEvent(occurrence: Occurrence): WatchedEvent {
	const { event, except = [] } = occurrence;
	return { name: `${POLL}${event}`, except, occurrence };
}
