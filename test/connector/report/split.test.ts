import { describe, expect, it } from '@jest/globals';

import { SliceFailure } from '../../../connector/report';
import type { Page } from '../../../connector/rows';
import type { Cuts, Slice } from '../../../connector/slices';
import { FakeClock, settle } from '../../support/fake-clock';
import { collectRows } from '../rows/chunks';
import { nameOf, paged, Reader, rowsOf } from './reader';
import { refused, run, tooLarge, wholeSlice } from './run';

/** A platform that serves so many rows at once and fails after some of them, if more are asked for. */
const serving = (most: number, before = 0) =>
	new Reader(new FakeClock(), (slice) => {
		const rows = rowsOf(slice);
		return rows.length > most
			? { pages: paged(rows.slice(0, before), 1), failure: tooLarge() }
			: { pages: [rows] };
	});

describe('a slice that is too large', () => {
	it('is halved by days and then by ids until it is served, and its rows keep their order', async () => {
		const slices = wholeSlice(2, 'a', 'b', 'c');
		const reader = serving(2);
		const { pages, events } = run(slices, reader);
		expect(await collectRows(pages)).toEqual(slices.flatMap(rowsOf));
		expect(reader.started).toEqual([
			'2024-01-01..2024-01-02/a,b,c',
			'2024-01-01..2024-01-01/a,b,c',
			'2024-01-01..2024-01-01/a,b',
			'2024-01-01..2024-01-01/c',
			'2024-01-02..2024-01-02/a,b,c',
			'2024-01-02..2024-01-02/a,b',
			'2024-01-02..2024-01-02/c',
		]);
		const split = { type: 'split', kind: 'timeout' };
		expect(events).toEqual([split, split, split, { type: 'slice-done', done: 1, count: 1 }]);
	});

	it('T25: gives no row of what was held back before the split', async () => {
		const slices = wholeSlice(4, 'a', 'b');
		expect(await collectRows(run(slices, serving(4, 3), { holdRows: 4 }).pages)).toEqual(
			slices.flatMap(rowsOf),
		);
	});

	it('T25: holds back what comes of a half, too, which may have to be halved again', async () => {
		const slices = wholeSlice(4, 'a', 'b');
		const { pages, events } = run(slices, serving(2, 1), { holdRows: 4 });
		expect(await collectRows(pages)).toEqual(slices.flatMap(rowsOf));
		expect(events.filter(({ type }) => type === 'split')).toHaveLength(3);
	});

	it('holds nothing back of a half that cannot be halved again', async () => {
		const reader = new Reader(new FakeClock(), (slice) =>
			slice.window!.dateFrom === slice.window!.dateTo
				? { pages: paged([...rowsOf(slice), ...rowsOf(slice), ...rowsOf(slice)], 1) }
				: { pages: [], failure: tooLarge() },
		);
		const { pages } = run(wholeSlice(2, 'a'), reader);
		await pages.next();
		expect(reader.rowsRead.get('2024-01-01..2024-01-01/a')).toBe(1);
		await pages.return(undefined);
	});

	it('T25: is not split after its first row was handed on, and the failure tells how many were', async () => {
		const reader = serving(4, 3);
		const { pages, events, failed } = run(wholeSlice(4, 'a', 'b'), reader, { holdRows: 2, collect: true });
		expect(await collectRows(pages)).toHaveLength(3);
		expect(reader.started).toEqual(['2024-01-01..2024-01-04/a,b']);
		expect(failed).toEqual(['2024-01-01..2024-01-04/a,b: timeout, 3']);
		expect(events).toEqual([
			{ type: 'slice-failed', kind: 'timeout' },
			{ type: 'slice-done', done: 1, count: 1 },
		]);
	});

	it('fails for good at one day with one id, and only that part of it is missing', async () => {
		const slices = wholeSlice(2, 'a', 'b');
		const reader = new Reader(new FakeClock(), (slice) =>
			rowsOf(slice).some(({ day, id }) => day === '2024-01-02' && id === 'a')
				? { pages: [], failure: tooLarge() }
				: { pages: [rowsOf(slice)] },
		);
		const { pages, failed } = run(slices, reader, { collect: true });
		expect(await collectRows(pages)).toEqual(rowsOf(slices[0]!).filter((_, index) => index !== 2));
		expect(failed).toEqual(['2024-01-02..2024-01-02/a: timeout, 0']);
	});

	it.each<[string, Cuts, string[]]>([
		['days', { days: true, ids: false }, ['2024-01-01..2024-01-01/a,b']],
		['ids', { days: false, ids: true }, ['2024-01-01..2024-01-02/a']],
		['nothing', { days: false, ids: false }, []],
	])('T19: is halved by %s only, where nothing else is right', async (_name, cuts, smallest) => {
		const reader = serving(0);
		const { pages } = run(wholeSlice(2, 'a', 'b'), reader, { cuts });
		await expect(collectRows(pages)).rejects.toThrow(SliceFailure);
		expect(reader.started).toEqual(['2024-01-01..2024-01-02/a,b', ...smallest]);
	});
});

describe('a slice that fails for another reason', () => {
	it('is not halved', async () => {
		const reader = new Reader(new FakeClock(), () => ({ pages: [], failure: refused() }));
		const { pages, failed } = run(wholeSlice(2, 'a', 'b'), reader, { collect: true });
		expect(await collectRows(pages)).toEqual([]);
		expect(failed).toEqual(['2024-01-01..2024-01-02/a,b: request-invalid, 0']);
	});

	it('is not halved either when it is a half itself', async () => {
		const reader = new Reader(new FakeClock(), (slice) => ({
			pages: [],
			failure: slice.ids!.length > 1 ? tooLarge() : refused(),
		}));
		const { pages, failed } = run(wholeSlice(1, 'a', 'b'), reader, { collect: true });
		expect(await collectRows(pages)).toEqual([]);
		expect(failed.map((text) => text.split('/')[1])).toEqual([
			'a: request-invalid, 0',
			'b: request-invalid, 0',
		]);
	});

	it('keeps what the plan says about it when it is a half', async () => {
		const [whole] = wholeSlice(2, 'a');
		const { pages } = run([{ ...whole!, index: 4, count: 9 }], serving(0));
		const failure = await collectRows(pages).catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(SliceFailure);
		const { slice } = (failure as SliceFailure).failure;
		expect(nameOf(slice)).toBe('2024-01-01..2024-01-01/a');
		expect(slice).toMatchObject({ index: 4, count: 9, planned: whole!.window });
	});
});

describe('whether halves would be run', () => {
	/** What a slice is told, before its first page, behind each, and at its end. */
	async function told(slices: readonly Slice[], holdRows: number): Promise<boolean[]> {
		const answers: boolean[] = [];
		const read = async function* (
			slice: Slice,
			_signal: AbortSignal,
			canSplit: () => boolean,
		): AsyncGenerator<Page> {
			for (const row of rowsOf(slice)) {
				answers.push(canSplit());
				yield [row];
			}
			// Who held it back has let go of it by now, if it is going to.
			await settle(1);
			answers.push(canSplit());
		};
		await collectRows(run(slices, serving(0), { read, holdRows }).pages);
		return answers;
	}

	it.each<[string, number, boolean[]]>([
		['as long as all of it is held back', 10, [true, true, true, true]],
		['until its rows are handed on', 2, [true, true, false, false]],
		['before its first row only, where nothing is held back', 1, [true, false, false, false]],
	])('is true %s', async (_name, holdRows, expected) => {
		expect(await told(wholeSlice(3, 'a'), holdRows)).toEqual(expected);
	});

	it('is never true of the smallest slice', async () => {
		expect(await told(wholeSlice(1, 'a'), 10)).toEqual([false, false]);
	});
});
