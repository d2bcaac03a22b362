import type { ConnectorError } from './errors';

const DAY_MS = 86_400_000;

/** A calendar day as `YYYY-MM-DD`, without a time zone. Such days sort as text, since their years have four digits. */
export type Day = string;

/** The day `days` later (or earlier, when negative). Counts in UTC, where each day has 24 hours. */
export function addDays(day: Day, days: number): Day {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Number of days from `from` to `to`, both included. */
export function daysBetween(from: Day, to: Day): number {
	return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS + 1;
}

/** Days of a slice, both ends included. */
export interface DateWindow {
	readonly dateFrom: Day;
	readonly dateTo: Day;
}

/** The part of a report that one request (with its pages), or one job, delivers. */
export interface Slice {
	/** Absent for a report without dates. */
	readonly window?: DateWindow;
	/** Ids in the order in which they were asked for; absent when the report is not filtered by ids. Never empty. */
	readonly ids?: readonly string[];
	/** Value of a dimension of which a request takes one only. */
	readonly variant?: string;
	/** Place of the planned slice among all, from 0, and how many there are. A half keeps those of its whole. */
	readonly index: number;
	readonly count: number;
	/** The window as planned, before any split. */
	readonly planned?: DateWindow;
	/** Why it cannot be read, where that was found out when it was planned. */
	readonly failure?: ConnectorError;
}

interface SlicePlan {
	readonly window?: DateWindow;
	/** 0: the window is never cut. */
	readonly daysPerSlice: number;
	readonly ids?: readonly string[];
	/** 0: the ids are never cut. */
	readonly idsPerSlice: number;
	readonly variants?: readonly string[];
	/** Where each variant has ids of its own: in place of `ids` and `variants`. */
	readonly groups?: readonly IdGroup[];
}

/** The ids that are asked for in a variant; absent for all of it. */
export interface IdGroup {
	readonly variant: string;
	readonly ids?: readonly string[];
	/** Makes its slices fail with it. */
	readonly failure?: ConnectorError;
}

/**
 * Cuts a window into disjoint windows of at most `days` days that together cover each day once. How many there are is
 * counted before any is made, so that no text, however odd, can make it go on and on.
 *
 * @throws {RangeError} one of its ends is no day, or it ends before it begins: taken for a window without days, it would
 *   look like no rows
 */
export function cutWindow({ dateFrom, dateTo }: DateWindow, days: number): DateWindow[] {
	const length = daysBetween(dateFrom, dateTo);
	if (!(length >= 1)) throw new RangeError(`The window from ${dateFrom} to ${dateTo} ends before it begins.`);
	if (days === 0) return [{ dateFrom, dateTo }];
	return Array.from({ length: Math.ceil(length / days) }, (_, index) => ({
		dateFrom: addDays(dateFrom, index * days),
		dateTo: addDays(dateFrom, Math.min((index + 1) * days, length) - 1),
	}));
}

/** Cuts ids into batches of at most `size`, without repeats, in their order. */
export function cutIds(ids: readonly string[], size: number): string[][] {
	const unique = [...new Set(ids)];
	if (size === 0) return unique.length === 0 ? [] : [unique];
	const batches: string[][] = [];
	for (let start = 0; start < unique.length; start += size) batches.push(unique.slice(start, start + size));
	return batches;
}

/** Slices in their order. An array is one; a plan makes each when it is asked for. */
export interface Slices extends Iterable<Slice> {
	readonly length: number;
	readonly at: (index: number) => Slice | undefined;
}

/**
 * All slices of a report: windows, in each the batches of ids, in each the variants, each named once; or the groups, in
 * each its batches. No ids at all give no slice. A century of days with thousands of ids is millions of slices, so they
 * are not held.
 */
export function planSlices(plan: SlicePlan): Slices {
	const windows = plan.window === undefined ? [undefined] : cutWindow(plan.window, plan.daysPerSlice);
	const cells = cellsOf(plan);
	const length = windows.length * cells.length;
	const at = (index: number): Slice | undefined => {
		if (index < 0 || index >= length) return undefined;
		const window = windows[Math.floor(index / cells.length)];
		return { window, ...cells[index % cells.length], index, count: length, planned: window };
	};
	return {
		length,
		at,
		*[Symbol.iterator]() {
			for (let slice = at(0); slice !== undefined; slice = at(slice.index + 1)) yield slice;
		},
	};
}

/** What is asked for in each window. */
function cellsOf({
	ids,
	variants,
	groups,
	idsPerSlice,
}: SlicePlan): Pick<Slice, 'ids' | 'variant' | 'failure'>[] {
	const batchesOf = (all: readonly string[] | undefined) =>
		all === undefined ? [undefined] : cutIds(all, idsPerSlice);
	if (groups !== undefined)
		return groups.flatMap(({ ids: own, ...group }) =>
			batchesOf(own).map((batch) => ({ ids: batch, ...group })),
		);
	const each = variants === undefined ? [undefined] : [...new Set(variants)];
	return batchesOf(ids).flatMap((batch) => each.map((variant) => ({ ids: batch, variant })));
}

/** Where a slice may be cut: only where its rows do not depend on what else is in it. */
export interface Cuts {
	readonly days: boolean;
	readonly ids: boolean;
}

/** Halves a slice by days, then by ids. @returns undefined for the smallest one */
export function bisect(slice: Slice, cuts: Cuts): readonly [Slice, Slice] | undefined {
	const { window, ids } = slice;
	const days = window === undefined ? 0 : daysBetween(window.dateFrom, window.dateTo);
	if (cuts.days && window !== undefined && days > 1) {
		const middle = addDays(window.dateFrom, Math.ceil(days / 2) - 1);
		return [
			{ ...slice, window: { dateFrom: window.dateFrom, dateTo: middle } },
			{ ...slice, window: { dateFrom: addDays(middle, 1), dateTo: window.dateTo } },
		];
	}
	if (cuts.ids && ids !== undefined && ids.length > 1) {
		const half = Math.ceil(ids.length / 2);
		return [
			{ ...slice, ids: ids.slice(0, half) },
			{ ...slice, ids: ids.slice(half) },
		];
	}
	return undefined;
}
