import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { planSlices as plan, type Slice } from '../../../connector/slices';
import { CALENDAR, daysOf, windowAt } from './calendar';

const planSlices = (what: Parameters<typeof plan>[0]) => [...plan(what)];

const JANUARY = { dateFrom: '2024-01-01', dateTo: '2024-01-31' };

/** "2024-01-01 a,b View" */
const told = ({ window, ids, variant }: Slice): string =>
	[window?.dateFrom, ids?.join(','), variant].filter((part) => part !== undefined).join(' ');

describe('planSlices', () => {
	it('takes windows first, in each the batches, in each the variants', () => {
		const slices = planSlices({
			window: { dateFrom: '2024-01-01', dateTo: '2024-01-08' },
			daysPerSlice: 7,
			ids: ['a', 'b', 'c'],
			idsPerSlice: 2,
			variants: ['View', 'Click'],
		});
		const batches = ['a,b View', 'a,b Click', 'c View', 'c Click'];
		const planned = ['2024-01-01', '2024-01-08'].flatMap((day) => batches.map((batch) => `${day} ${batch}`));
		expect(slices.map(told)).toEqual(planned);
		expect(slices.map(({ index, count }) => [index, count])).toEqual(slices.map((_, index) => [index, 8]));
	});

	it('T20: a report without an id filter has slices without ids', () => {
		const slices = planSlices({ window: JANUARY, daysPerSlice: 7, idsPerSlice: 10 });
		expect(slices).toHaveLength(5);
		expect(slices.every(({ ids, variant }) => ids === undefined && variant === undefined)).toBe(true);
	});

	it('T22: an empty id list makes no slice, and never one without a filter', () => {
		expect(planSlices({ window: JANUARY, daysPerSlice: 7, ids: [], idsPerSlice: 10 })).toEqual([]);
		expect(planSlices({ window: JANUARY, daysPerSlice: 7, ids: [], idsPerSlice: 0 })).toEqual([]);
	});

	it('plans a report without dates by ids only', () => {
		expect(planSlices({ daysPerSlice: 7, ids: ['1', '2'], idsPerSlice: 1 }).map(told)).toEqual(['1', '2']);
	});

	it('plans one slice when nothing can be cut', () => {
		expect(planSlices({ daysPerSlice: 0, idsPerSlice: 0 })).toEqual([{ index: 0, count: 1 }]);
	});

	it('T25: a variant named twice is loaded once', () => {
		const slices = planSlices({ daysPerSlice: 0, idsPerSlice: 0, variants: ['View', 'Click', 'View'] });
		expect(slices.map(({ variant, index, count }) => [variant, index, count])).toEqual([
			['View', 0, 2],
			['Click', 1, 2],
		]);
	});

	it('takes groups in their order, each with its own ids, in batches of its own', () => {
		const slices = planSlices({
			window: { dateFrom: '2024-01-01', dateTo: '2024-01-02' },
			daysPerSlice: 1,
			idsPerSlice: 2,
			groups: [
				{ variant: 'p', ids: ['a', 'b', 'c', 'a'] },
				{ variant: 'q', ids: [] },
				{ variant: 'r', ids: ['c'] },
				{ variant: 's' },
			],
		});
		const batches = ['a,b p', 'c p', 'c r', 's'];
		expect(slices.map(told)).toEqual(
			['2024-01-01', '2024-01-02'].flatMap((day) => batches.map((batch) => `${day} ${batch}`)),
		);
		expect(slices.map(({ index, count }) => [index, count])).toEqual(slices.map((_, index) => [index, 8]));
		expect(planSlices({ window: JANUARY, daysPerSlice: 7, idsPerSlice: 1, groups: [] })).toEqual([]);
	});

	it('remembers the window as planned', () => {
		const slices = planSlices({ window: JANUARY, daysPerSlice: 10, idsPerSlice: 0 });
		expect(slices.map(({ planned }) => planned)).toEqual(slices.map(({ window }) => window));
	});

	it('has as many slices as arithmetic says, with each day, id and variant together once', () => {
		const plans = fc.record({
			start: fc.nat(1000),
			length: fc.integer({ min: 1, max: 40 }),
			daysPerSlice: fc.nat(9),
			ids: fc.uniqueArray(fc.nat(99).map(String), { minLength: 1, maxLength: 12 }),
			idsPerSlice: fc.nat(5),
			variants: fc.uniqueArray(fc.constantFrom('View', 'Click', 'Visit'), { minLength: 1 }),
		});
		fc.assert(
			fc.property(plans, ({ start, length, daysPerSlice, ids, idsPerSlice, variants }) => {
				const window = windowAt(start, length);
				const slices = planSlices({ window, daysPerSlice, ids, idsPerSlice, variants });
				const parts = (all: number, each: number) => (each === 0 ? 1 : Math.ceil(all / each));
				const count = parts(length, daysPerSlice) * parts(ids.length, idsPerSlice) * variants.length;
				expect(slices.map((slice) => [slice.index, slice.count])).toEqual(
					Array.from({ length: count }, (_, index) => [index, count]),
				);
				const planned = slices.flatMap((slice) =>
					daysOf(slice.window!).flatMap((day) =>
						slice.ids!.map((id) => `${day} ${id} ${slice.variant ?? ''}`),
					),
				);
				const wanted = CALENDAR.slice(start, start + length).flatMap((day) =>
					ids.flatMap((id) => variants.map((variant) => `${day} ${id} ${variant}`)),
				);
				expect(planned.sort()).toEqual(wanted.sort());
			}),
		);
	});

	it('holds no slice: a century of days with thousands of ids is planned at once', () => {
		const slices = plan({
			window: { dateFrom: '2000-01-01', dateTo: '2100-12-31' },
			daysPerSlice: 1,
			ids: Array.from({ length: 10_000 }, (_, index) => String(index)),
			idsPerSlice: 1,
			variants: ['View', 'Click'],
		});
		const day = { dateFrom: '2100-12-31', dateTo: '2100-12-31' };
		expect(slices).toHaveLength(36_890 * 10_000 * 2);
		expect(slices.at(slices.length - 1)).toEqual({
			...{ window: day, planned: day, ids: ['9999'], variant: 'Click' },
			...{ index: slices.length - 1, count: slices.length },
		});
		expect([slices.at(-1), slices.at(slices.length)]).toEqual([undefined, undefined]);
	});
});
