import { describe, expect, it } from '@jest/globals';

import { offsetPages, RowLimit } from '../../../connector/pages';
import { planSlices, type Slice } from '../../../connector/slices';
import { FakeClock, settle } from '../../support/fake-clock';
import { takeRows } from '../pages/listing';
import { Reader, rowsOf } from './reader';
import { idSlices, run, tooLarge, wholeSlice } from './run';

/** A platform that gives each slice five rows. */
const fives = () =>
	new Reader(new FakeClock(), (slice) => ({
		pages: [Array.from({ length: 5 }, (_, row) => ({ slice: slice.index, row }))],
		latencyMs: 1,
	}));

describe('a report with a limit', () => {
	it.each([
		['within a slice', 7, 2, true],
		['at the end of a slice', 10, 2, true],
		['at the end of the last slice', 20, 4, false],
		['beyond everything', 21, 4, false],
	])('reached %s starts no further slice', async (_name, rows, slices, cutOff) => {
		const reader = fives();
		const limit = new RowLimit(rows);
		const { pages } = run(idSlices('a', 'b', 'c', 'd'), reader, { limit });
		expect(await takeRows(pages, limit)).toHaveLength(Math.min(rows, 20));
		await settle();
		expect(reader.started).toHaveLength(slices);
		expect(limit.cutOff).toBe(cutOff);
		expect(reader.open).toEqual([]);
	});

	it('takes of a plan of a century what it needs', async () => {
		const reader = fives();
		const limit = new RowLimit(7);
		const plan = planSlices({
			window: { dateFrom: '2000-01-01', dateTo: '2100-12-31' },
			daysPerSlice: 1,
			ids: Array.from({ length: 10_000 }, (_, index) => String(index)),
			idsPerSlice: 1,
		});
		const { pages, events } = run(plan, reader, { limit });
		expect(await takeRows(pages, limit)).toHaveLength(7);
		expect(reader.started).toEqual(['2000-01-01..2000-01-01/0', '2000-01-01..2000-01-01/1']);
		expect(events).toContainEqual({ type: 'slice-done', done: 1, count: 368_900_000 });
	});

	it('runs its slices one after another, since those ahead may not be needed', async () => {
		const reader = fives();
		const limit = new RowLimit(7);
		const { pages } = run(idSlices('a', 'b', 'c', 'd'), reader, { limit, maxConcurrency: 4 });
		expect(await takeRows(pages, limit)).toHaveLength(7);
		expect(reader.started).toHaveLength(2);
		expect(reader.peak).toBe(1);
	});

	it('starts no second half when the first one is enough', async () => {
		const reader = new Reader(new FakeClock(), (slice) =>
			rowsOf(slice).length > 2 ? { pages: [], failure: tooLarge() } : { pages: [rowsOf(slice)] },
		);
		const limit = new RowLimit(2);
		expect(await takeRows(run(wholeSlice(4, 'a'), reader, { limit }).pages, limit)).toHaveLength(2);
		expect(reader.started).toEqual(['2024-01-01..2024-01-04/a', '2024-01-01..2024-01-02/a']);
		expect(limit.cutOff).toBe(true);
	});

	it.each([
		[5, '0+3 3+2'],
		[12, '0+3 3+3 6+3 9+3 0+2'],
	])(
		'of %i gets all of them although pages are held back, and asks for no row more',
		async (rows, expected) => {
			const asked: string[] = [];
			const limit = new RowLimit(rows);
			const read = (slice: Slice) =>
				offsetPages(
					async (offset, size) => {
						asked.push(`${offset}+${size}`);
						const count = Math.min(size, 10 - offset);
						const page = Array.from({ length: count }, (_, row) => ({
							slice: slice.index,
							row: offset + row,
						}));
						return { rows: page, hasMore: () => offset + count < 10 };
					},
					{ pageSize: 3, limit },
				);
			const taken = await takeRows(run(idSlices('a', 'b', 'c'), fives(), { limit, read }).pages, limit);
			expect(taken).toEqual(
				Array.from({ length: rows }, (_, row) => ({ slice: Math.floor(row / 10), row: row % 10 })),
			);
			expect(limit.cutOff).toBe(true);
			expect(asked.join(' ')).toBe(expected);
		},
	);
});
