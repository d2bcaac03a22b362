import { getEventListeners } from 'node:events';

import { describe, expect, it } from '@jest/globals';

import { SliceFailure } from '../../../connector/report';
import type { Page } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import { nativeRequire } from '../../setup/native-require';
import { FakeClock, settle } from '../../support/fake-clock';
import { get, OK, Rows, setUp } from '../client/parts';
import { paged, Reader, rowsOf } from './reader';
import { idSlices, refused, run, tooLarge, wholeSlice } from './run';

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

	it.each([
		['in the first half', 1, ['2024-01-01..2024-01-02/a']],
		['in the second half', 3, ['2024-01-01..2024-01-02/a', '2024-01-03..2024-01-04/a']],
	])('closes halves, too, and starts none after that: %s', async (_name, count, halves) => {
		const reader = new Reader(new FakeClock(), (slice) =>
			rowsOf(slice).length > 2
				? { pages: [], failure: tooLarge() }
				: { pages: paged([...rowsOf(slice), ...rowsOf(slice)], 1), latencyMs: 1 },
		);
		await readPages(
			run(wholeSlice(4, 'a'), reader, { holdRows: 1, cuts: { days: true, ids: false } }).pages,
			count === 1 ? 1 : 5,
		);
		await settle();
		expect(reader.open).toEqual([]);
		expect(reader.started).toEqual(['2024-01-01..2024-01-04/a', ...halves]);
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

it('a report of 10,000 slices gathers no listeners on its signals', async () => {
	const { client, controller } = setUp(() => OK);
	let most = 0;
	const read = async function* (_slice: Slice, signal: AbortSignal): AsyncGenerator<Page> {
		for (const one of [signal, controller.signal])
			most = Math.max(most, getEventListeners(one, 'abort').length);
		const { rows } = await client.json({ ...get, signal }, Rows);
		yield rows.map((row) => ({ row }));
	};
	const reader = new Reader(new FakeClock(), () => ({ pages: [] }));
	const slices = idSlices(...Array.from({ length: 10_000 }, (_, id) => String(id)));
	const { pages } = run(slices, reader, { read, maxConcurrency: 4, signal: controller.signal });
	let rows = 0;
	for await (const page of pages) rows += page.length;
	expect(rows).toBe(20_000);
	// One of each request that is under way.
	expect(most).toBeLessThanOrEqual(4);
	expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
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

it('may have many slices listen at a time, without a warning of Node that they leak', async () => {
	const warnings: string[] = [];
	const listen = ({ name }: Error) => warnings.push(name);
	const realProcess = nativeRequire('node:process') as NodeJS.Process;
	realProcess.on('warning', listen);
	try {
		const names = Array.from({ length: 20 }, (_none, index) => `slice ${index}`);
		async function* read(_slice: Slice, signal: AbortSignal): AsyncGenerator<Page> {
			signal.addEventListener('abort', () => undefined);
			yield TEN;
		}
		const reader = new Reader(new FakeClock(), () => ({ pages: [] }));
		await readPages(run(idSlices(...names), reader, { maxConcurrency: 20, read }).pages, 20);
		await settle();
	} finally {
		realProcess.off('warning', listen);
	}
	expect(warnings).toEqual([]);
});
