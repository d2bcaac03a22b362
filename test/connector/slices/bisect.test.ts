import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { bisect, planSlices, type Cuts, type Slice } from '../../../connector/slices';
import { CALENDAR, daysOf, windowAt } from './calendar';

const EVERYWHERE: Cuts = { days: true, ids: true };

const slices: fc.Arbitrary<Slice> = fc
	.tuple(
		fc.nat(CALENDAR.length - 100),
		fc.integer({ min: 1, max: 20 }),
		fc.uniqueArray(fc.nat(999).map(String), { minLength: 1, maxLength: 12 }),
	)
	.map(([index, length, ids]) => ({
		window: windowAt(index, length),
		ids,
		variant: 'View',
		index: 3,
		count: 7,
	}));

/** Each day with each id of a slice. */
const cells = ({ window, ids }: Slice): string[] =>
	daysOf(window!).flatMap((day) => ids!.map((id) => `${day} ${id}`));

/** The slices that are left when each is halved as often as it can be. */
function smallest(slice: Slice, cuts: Cuts): Slice[] {
	const halves = bisect(slice, cuts);
	return halves === undefined ? [slice] : halves.flatMap((half) => smallest(half, cuts));
}

describe('bisect', () => {
	it('halves the days first, the larger half before', () => {
		const week = planSlices({
			window: { dateFrom: '2024-02-26', dateTo: '2024-03-03' },
			daysPerSlice: 7,
			ids: ['1', '2'],
			idsPerSlice: 10,
			variants: ['View'],
		}).at(0);
		const planned = { dateFrom: '2024-02-26', dateTo: '2024-03-03' };
		const same = { ids: ['1', '2'], variant: 'View', index: 0, count: 1, planned };
		expect(bisect(week!, EVERYWHERE)).toEqual([
			{ ...same, window: { dateFrom: '2024-02-26', dateTo: '2024-02-29' } },
			{ ...same, window: { dateFrom: '2024-03-01', dateTo: '2024-03-03' } },
		]);
	});

	it('halves the ids of a single day', () => {
		const window = { dateFrom: '2024-01-01', dateTo: '2024-01-01' };
		const day = { window, index: 2, count: 5 };
		expect(bisect({ ...day, ids: ['1', '2', '3'] }, EVERYWHERE)).toEqual([
			{ ...day, ids: ['1', '2'] },
			{ ...day, ids: ['3'] },
		]);
	});

	it.each<[string, Slice]>([
		['of one day with one id', { window: windowAt(0, 1), ids: ['1'], index: 0, count: 1 }],
		['without dates, of one id', { ids: ['1'], index: 0, count: 1 }],
		['without dates and ids', { index: 0, count: 1 }],
		['of one day, without ids', { window: windowAt(0, 1), index: 0, count: 1 }],
	])('does not halve a slice %s', (_name, slice) => {
		expect(bisect(slice, EVERYWHERE)).toBeUndefined();
	});

	it.each<[string, Cuts, (slice: Slice) => string[][]]>([
		[
			'ids only',
			{ days: false, ids: true },
			(slice) => slice.ids!.map((id) => cells({ ...slice, ids: [id] })),
		],
		[
			'days only',
			{ days: true, ids: false },
			(slice) => daysOf(slice.window!).map((day) => slice.ids!.map((id) => `${day} ${id}`)),
		],
		['nothing', { days: false, ids: false }, (slice) => [cells(slice)]],
	])('T19: cuts %s where nothing else is right', (_name, cuts, parts) => {
		fc.assert(
			fc.property(slices, (slice) => {
				expect(smallest(slice, cuts).map(cells)).toEqual(parts(slice));
			}),
		);
	});

	it('gives halves that are disjoint, together the whole, and about as large', () => {
		fc.assert(
			fc.property(slices, (slice) => {
				const halves = bisect(slice, EVERYWHERE);
				fc.pre(halves !== undefined);
				const [first, second] = halves.map((half) => cells(half).length) as [number, number];
				expect(halves.flatMap(cells)).toEqual(cells(slice));
				expect(first).toBeGreaterThanOrEqual(second);
				expect(second).toBeGreaterThanOrEqual(cells(slice).length / 3);
				for (const half of halves) expect(half).toMatchObject({ variant: 'View', index: 3, count: 7 });
			}),
		);
	});

	it('ends at one day with one id, each once', () => {
		fc.assert(
			fc.property(slices, (slice) => {
				const parts = smallest(slice, EVERYWHERE).map(cells);
				expect(parts.every((part) => part.length === 1)).toBe(true);
				expect(parts.flat()).toEqual(cells(slice));
			}),
		);
	});
});
