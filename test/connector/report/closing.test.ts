import { describe, expect, it } from '@jest/globals';

import { SliceFailure } from '../../../connector/report';
import type { Page } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import { nativeRequire } from '../../setup/native-require';
import { FakeClock, settle } from '../../support/fake-clock';
import { paged, Reader } from './reader';
import { idSlices, refused, run } from './run';

const TEN = Array.from({ length: 10 }, (_, row) => ({ row }));

async function readPages(pages: AsyncIterable<Page>, count: number): Promise<void> {
	let read = 0;
	for await (const _page of pages) if (++read === count) break;
}

describe('a reader that stops early', () => {
	it.each([
		['among the pages that were held back', 1, 1, 5, 1],
		['behind the pages that were held back', 7, 1, 5, 1],
		['with slices read ahead up to their bound', 1, 3, 5, 3],
		['with slices read ahead as a whole, which makes room for another', 1, 3, 100, 4],
		['behind a whole slice', 11, 3, 5, 4],
	])('closes every source, %s', async (_name, count, maxConcurrency, holdRows, started) => {
		const reader = new Reader(new FakeClock(), () => ({ pages: paged(TEN, 1), latencyMs: 1 }));
		await readPages(
			run(idSlices('a', 'b', 'c', 'd', 'e'), reader, { maxConcurrency, holdRows }).pages,
			count,
		);
		await settle();
		expect(reader.open).toEqual([]);
		expect(reader.started).toHaveLength(started);
	});

	it('aborts the slices that are amid a request', async () => {
		const clock = new FakeClock();
		const start = clock.now();
		const reader = new Reader(clock, (slice) => ({
			pages: [TEN],
			latencyMs: slice.index === 0 ? 1 : 60_000,
		}));
		await readPages(run(idSlices('a', 'b', 'c'), reader, { maxConcurrency: 3 }).pages, 1);
		await settle();
		expect(reader.open).toEqual([]);
		expect(reader.rowsRead.size).toBe(1);
		expect(clock.now() - start).toBe(1);
	});

	it('does not wait for a source that does not listen to the signal', async () => {
		const deaf = (slice: Slice): AsyncIterable<Page> => ({
			[Symbol.asyncIterator]: () => ({
				next: async () => (slice.index === 0 ? { done: false, value: TEN } : new Promise<never>(() => {})),
			}),
		});
		const reader = new Reader(new FakeClock(), () => ({ pages: [] }));
		const { pages } = run(idSlices('a', 'b'), reader, { maxConcurrency: 2, holdRows: 1, read: deaf });
		await readPages(pages, 1);
		expect((await pages.next()).done).toBe(true);
	});

	it('hears nothing of failures further on', async () => {
		const reader = new Reader(new FakeClock(), (slice) =>
			slice.index === 0 ? { pages: [TEN], latencyMs: 5 } : { pages: [], failure: refused(), latencyMs: 1 },
		);
		const { pages, failed, events } = run(idSlices('a', 'b', 'c'), reader, {
			maxConcurrency: 3,
			collect: true,
		});
		await readPages(pages, 1);
		await settle();
		expect([failed, events]).toEqual([[], []]);
	});
});

describe('a failure ahead of its turn', () => {
	it('is no unhandled rejection, which would end the process', async () => {
		const unhandled: unknown[] = [];
		const listen = (reason: unknown) => unhandled.push(reason);
		// Tests get a copy of the process object that hears no events. And jest itself forgives a rejection that is
		// handled in the end; Node does not.
		const realProcess = nativeRequire('node:process') as NodeJS.Process;
		realProcess.on('unhandledRejection', listen);
		try {
			const reader = new Reader(new FakeClock(), (slice) =>
				slice.index === 0
					? { pages: [TEN], latencyMs: 60_000 }
					: { pages: [], failure: refused(), latencyMs: 1 },
			);
			const { pages } = run(idSlices('a', 'b', 'c'), reader, { maxConcurrency: 3 });
			await pages.next();
			await settle();
			await expect(pages.next()).rejects.toThrow(SliceFailure);
			await settle();
		} finally {
			realProcess.off('unhandledRejection', listen);
		}
		expect(unhandled).toEqual([]);
	});
});
