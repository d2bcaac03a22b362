import type { INodeProperties } from 'n8n-workflow';

import type { Clock } from '../../../connector/clock';
import type { Redact } from '../../../connector/errors';
import type { Observe } from '../../../connector/events';
import type { RowLimit } from '../../../connector/pages';
import type { Page, Row } from '../../../connector/rows';
import type { Parameters } from '../parameters/parameters';

/** What a trigger waits for. */
export interface TriggerEvent<Api> {
	/** Its name in the dropdown. */
	readonly name: string;
	readonly value: string;
	readonly description: string;
	/** Its parameters. Other values of them are another watch, which begins anew. */
	readonly fields: readonly INodeProperties[];
	/** Why there may be nothing to show as a test, and what to do about it. */
	readonly none: string;
	/** @throws {ParameterError} before any request */
	readonly watch: (parameters: Parameters) => Watch<Api>;
}

/** Which objects are looked at, and what about them. */
export interface Watch<Api> {
	/** The objects as they are now; more than those that count may come. */
	readonly look: (look: Look<Api>) => AsyncIterable<Page>;
	/** The same for a test, those first that came last; absent where all of them are at hand. */
	readonly newest?: (look: Look<Api>) => AsyncIterable<Page>;
	/** What identifies an object; without an ID it is passed over. */
	readonly idOf: (object: Row) => unknown;
	/** What is watched of it, in few words; undefined where nothing is known now, so that what was known holds. */
	readonly stateOf: (object: Row) => Row | undefined;
	/** An object that was not there before is an event; otherwise it has to change first. */
	readonly tellsNew?: true;
	/** Whether it is worth telling that an object is in this state now; by default it is. */
	readonly matters?: (state: Row) => boolean;
	/** The item's fields, where they are not those of the object. */
	readonly itemOf?: (object: Row) => Row;
}

/** Where a look ended, for the next one: small, and JSON. */
export type Mark = Readonly<Record<string, string | number | boolean>>;

/** One look at the platform: what it may use, and what it tells. */
export interface Look<Api> {
	readonly api: Api;
	readonly clock: Pick<Clock, 'now'>;
	/** The platform's, in which its days begin and end. */
	readonly timezone: string;
	readonly signal: AbortSignal;
	readonly observe: Observe;
	readonly redact: Redact;
	/** Everything is wanted: for readers that have a limit. */
	readonly limit: RowLimit;
	/** What the look before left; undefined at the first one and in a test. */
	readonly mark: Mark | undefined;
	/** From where the next look may go on, if this one has to end here. */
	readonly leave: (mark: Mark | undefined) => void;
	/** What comes from now on belongs to this group; all that a group has when it is met first was there before. */
	readonly enter: (group: string) => void;
	/** The end of it all was reached, by this look or by several. @param hasSeenAll by this one alone, so what has not come is gone */
	readonly reachedEnd: (hasSeenAll: boolean) => void;
}
