import type { Page } from '../../../connector/rows';
import type { Look } from '../../shared/trigger/event';
import type { MyTargetApi, ObjectType, Query } from '../api';
import { listed } from './list-look';

/** Kinds of objects that are looked at for changes. */
export type WatchedType = Exclude<ObjectType, 'users'>;

/** By what a list can be asked for what was changed (sheet 3.37). Plans have nothing for it. */
const CHANGED: Readonly<Record<WatchedType, string | undefined>> = {
	ad_groups: '_last_updated__gte',
	ad_plans: undefined,
	banners: '_updated__gte',
	campaigns: '_last_updated__gte',
};

/** Whether a change by moderation moves the time is not known (sheet 3.37), so everything is compared once an hour. */
const WHOLE_EVERY_MS = 3_600_000;

/** For clocks that differ, and changes that show late. */
const OVERLAP_MS = 120_000;

/**
 * Objects that were changed since the last look, once an hour all of them. Where a list is too long for one look, the
 * next one goes on in it.
 */
export async function* changedObjects(
	look: Look<MyTargetApi>,
	type: WatchedType,
	fields: readonly string[],
): AsyncGenerator<Page> {
	const { mark, clock } = look;
	const { since = 0, wholeAt = 0 } = mark ?? {};
	const goesOn = mark?.offset !== undefined;
	const began = goesOn ? Number(mark.began) : clock.now();
	const filter = CHANGED[type];
	const isDue = filter === undefined || began - Number(wholeAt) >= WHOLE_EVERY_MS;
	const isWhole = goesOn ? mark.isWhole === true : isDue;
	const query: Query = [
		['fields', fields.join(',')],
		...(isWhole || filter === undefined ? [] : [[filter, textOf(Number(since) - OVERLAP_MS)] as const]),
		// Sorting by id is not documented for banners (sheet 3.5).
		...(type === 'banners' ? [] : [['sorting', 'id'] as const]),
	];
	yield* listed(look, `/api/v2/${type}.json`, query, { since, wholeAt, began, isWhole });
	look.leave({ since: began, wholeAt: isWhole ? began : wholeAt });
	if (isWhole) look.reachedEnd(!goesOn);
}

/** In UTC, which asks for three hours more where the platform compares in its own time, as it most likely does (sheet 1.10). */
function textOf(time: number): string {
	return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
