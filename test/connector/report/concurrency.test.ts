import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { planSlices } from '../../../connector/slices';
import { FakeClock, settle } from '../../support/fake-clock';
import { collectRows } from '../rows/chunks';
import { paged, Reader, rowsOf } from './reader';
import { idSlices, run, tooLarge } from './run';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

const latencies = fc.array(fc.nat(100), { minLength: IDS.length, maxLength: IDS.length });

describe('runReport', () => {
	it('S4: hands on the rows of all slices', async () => {
		const reader = new Reader(new FakeClock(), (slice) => ({ pages: [rowsOf(slice)] }));
		const { pages, events } = run(idSlices('a', 'b'), reader);
		expect(await collectRows(pages)).toEqual([
			{ day: '2024-01-01', id: 'a' },
			{ day: '2024-01-01', id: 'b' },
		]);
		expect(events).toEqual([
			{ type: 'slice-done', done: 1, count: 2 },
			{ type: 'slice-done', done: 2, count: 2 },
		]);
	});

	it('gives nothing for no slices', async () => {
		const reader = new Reader(new FakeClock(), () => ({ pages: [] }));
		expect(await collectRows(run([], reader).pages)).toEqual([]);
		expect(reader.started).toEqual([]);
	});

	it('gives nothing for slices without rows', async () => {
		const reader = new Reader(new FakeClock(), () => ({ pages: [] }));
		const { pages, events } = run(idSlices('a', 'b'), reader, { maxConcurrency: 2 });
		expect(await collectRows(pages)).toEqual([]);
		expect(events).toHaveLength(2);
	});

	it.each([1, 2, 3, 4])(
		'keeps the order of the slices, whichever of %i is the fastest',
		async (maxConcurrency) => {
			await fc.assert(
				fc.asyncProperty(latencies, async (latencyMs) => {
					const slices = idSlices(...IDS);
					const reader = new Reader(new FakeClock(), (slice) => ({
						pages: [rowsOf(slice), rowsOf(slice)],
						latencyMs: latencyMs[slice.index],
					}));
					const rows = await collectRows(run(slices, reader, { maxConcurrency }).pages);
					expect(rows.map(({ id }) => id)).toEqual(IDS.flatMap((id) => [id, id]));
					expect(reader.peak).toBe(maxConcurrency);
					expect(reader.open).toEqual([]);
				}),
				{ numRuns: 15 },
			);
		},
	);

	it('takes no longer than the slices next to each other do', async () => {
		const clock = new FakeClock();
		const start = clock.now();
		const reader = new Reader(clock, (slice) => ({ pages: [rowsOf(slice)], latencyMs: 1000 }));
		await collectRows(run(idSlices(...IDS), reader, { maxConcurrency: 4 }).pages);
		expect(clock.now() - start).toBe(2000);
	});

	it('starts the next slice only when one is over, and none while too many rows wait for their turn', async () => {
		const reader = new Reader(new FakeClock(), (slice) => ({ pages: [rowsOf(slice)] }));
		const { pages } = run(idSlices(...IDS), reader, { maxConcurrency: 3, holdRows: 1 });
		await pages.next();
		await settle();
		expect(reader.started).toHaveLength(3);
		await pages.next();
		await settle();
		expect(reader.started).toHaveLength(4);
		await pages.return(undefined);
	});

	it('does not let the others wait for a slow slice', async () => {
		const clock = new FakeClock();
		const start = clock.now();
		const reader = new Reader(clock, (slice) => ({
			pages: [rowsOf(slice)],
			latencyMs: slice.index === 0 ? 7000 : 1000,
		}));
		const rows = await collectRows(run(idSlices(...IDS), reader, { maxConcurrency: 2 }).pages);
		expect(rows.map(({ id }) => id)).toEqual(IDS);
		expect(reader.peak).toBe(2);
		expect(clock.now() - start).toBe(7000);
	});

	it('counts the halves of a slice among those that run', async () => {
		const reader = new Reader(new FakeClock(), (slice) =>
			rowsOf(slice).length > 1
				? { pages: [], failure: tooLarge() }
				: { pages: [rowsOf(slice)], latencyMs: 5 },
		);
		const window = { dateFrom: '2024-01-01', dateTo: '2024-01-04' };
		const slices = [...planSlices({ window, daysPerSlice: 0, ids: IDS, idsPerSlice: 2 })];
		const rows = await collectRows(run(slices, reader, { maxConcurrency: 3 }).pages);
		expect(rows).toEqual(slices.flatMap(rowsOf));
		expect(reader.peak).toBe(3);
	});
});

describe('what is read ahead', () => {
	const rows = Array.from({ length: 100 }, (_, row) => ({ row }));

	it.each([
		[1, 10],
		[25, 30],
		[30, 30],
		[1000, 100],
	])('is bound by holdRows = %i, in whole pages', async (holdRows, held) => {
		const reader = new Reader(new FakeClock(), () => ({ pages: paged(rows, 10) }));
		const { pages } = run(idSlices('a', 'b', 'c'), reader, { maxConcurrency: 2, holdRows });
		await pages.next();
		await settle();
		// What ended before its turn waits within the same bound, so there the third is read, too.
		expect([...reader.rowsRead.values()]).toEqual(holdRows > 100 ? [held, held, held] : [held, held]);
		expect((await collectRows(pages)).length).toBe(290);
	});

	it('goes on page by page once its turn has come', async () => {
		const reader = new Reader(new FakeClock(), () => ({ pages: paged(rows, 10) }));
		const { pages } = run(idSlices('a'), reader, { holdRows: 20 });
		for (const read of [20, 20, 30, 40]) {
			await pages.next();
			await settle();
			expect([...reader.rowsRead.values()]).toEqual([read]);
		}
		await pages.return(undefined);
	});

	it('is nothing at holdRows = 0', async () => {
		const reader = new Reader(new FakeClock(), () => ({ pages: paged(rows, 10) }));
		const { pages } = run(idSlices('a', 'b'), reader, { maxConcurrency: 2, holdRows: 0 });
		expect((await collectRows(pages)).length).toBe(200);
		expect(reader.peak).toBe(1);
	});
});
