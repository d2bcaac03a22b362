import { describe, expect, it } from '@jest/globals';

import { CancelledError, CredentialInvalidError, RequestInvalidError } from '../../../connector/errors';
import { SliceFailure } from '../../../connector/report';
import { FakeClock, settle } from '../../support/fake-clock';
import { collectRows } from '../rows/chunks';
import { nameOf, Reader, rowsOf } from './reader';
import { idSlices, refused, run } from './run';

/** A platform where one id fails in its own way, after so many rows. */
const failing = (id: string, failure: Error, before = 0) =>
	new Reader(new FakeClock(), (slice) =>
		slice.ids![0] === id
			? { pages: before === 0 ? [] : [Array.from({ length: before }, () => ({ id }))], failure, latencyMs: 1 }
			: { pages: [rowsOf(slice)], latencyMs: 5 },
	);

const ids = async (rows: Promise<Record<string, unknown>[]>) => (await rows).map(({ id }) => id);

describe('a failed slice', () => {
	it.each([1, 2, 4])(
		'S12: ends the report when nobody collects it, at %i at a time',
		async (maxConcurrency) => {
			const error = refused();
			const reader = failing('b', error);
			const { pages } = run(idSlices('a', 'b', 'c', 'd', 'e', 'f', 'g'), reader, { maxConcurrency });
			expect((await pages.next()).value).toEqual([{ day: '2024-01-01', id: 'a' }]);
			const failure: unknown = await pages.next().catch((caught: unknown) => caught);
			expect(failure).toBeInstanceOf(SliceFailure);
			expect(failure).toMatchObject({
				message: error.message,
				cause: error,
				failure: { error, rowsDelivered: 0 },
			});
			expect(nameOf((failure as SliceFailure).failure.slice)).toBe('2024-01-01..2024-01-01/b');
			await settle();
			expect(reader.open).toEqual([]);
			expect(reader.started).toHaveLength(1 + maxConcurrency);
		},
	);

	it.each([1, 2, 4])(
		'S12: is told when it is collected, and all others come, at %i at a time',
		async (maxConcurrency) => {
			const { pages, events, failed } = run(idSlices('a', 'b', 'c', 'd'), failing('b', refused()), {
				maxConcurrency,
				collect: true,
			});
			expect(await ids(collectRows(pages))).toEqual(['a', 'c', 'd']);
			expect(failed).toEqual(['2024-01-01..2024-01-01/b: request-invalid, 0']);
			expect(events.filter(({ type }) => type === 'slice-failed')).toEqual([
				{ type: 'slice-failed', kind: 'request-invalid' },
			]);
			expect(events.at(-1)).toEqual({ type: 'slice-done', done: 4, count: 4 });
		},
	);

	it('tells how many of its rows were handed on, and not those of others', async () => {
		const { pages, failed } = run(idSlices('a', 'b'), failing('b', refused(), 7), {
			collect: true,
			holdRows: 5,
		});
		expect(await collectRows(pages)).toHaveLength(8);
		expect(failed).toEqual(['2024-01-01..2024-01-01/b: request-invalid, 7']);
	});

	it('S12: gives none of the rows that were still held back', async () => {
		const { pages, failed } = run(idSlices('a', 'b'), failing('b', refused(), 7), { collect: true });
		expect(await ids(collectRows(pages))).toEqual(['a']);
		expect(failed).toEqual(['2024-01-01..2024-01-01/b: request-invalid, 0']);
	});

	it('waits for its turn: the rows before it are handed on first', async () => {
		const reader = new Reader(new FakeClock(), (slice) =>
			slice.index === 1 ? { pages: [], failure: refused() } : { pages: [rowsOf(slice)], latencyMs: 1000 },
		);
		const { pages } = run(idSlices('a', 'b'), reader, { maxConcurrency: 2 });
		expect((await pages.next()).value).toEqual([{ day: '2024-01-01', id: 'a' }]);
		await expect(pages.next()).rejects.toThrow(SliceFailure);
	});

	it('leaves an error that is no platform failure as it is, collected or not', async () => {
		const defect = new TypeError('x is not a function');
		const parts = { maxConcurrency: 2, collect: true };
		const { pages, failed } = run(idSlices('a', 'b', 'c'), failing('b', defect), parts);
		await expect(collectRows(pages)).rejects.toBe(defect);
		expect(failed).toEqual([]);
	});
});

describe('what concerns more than a slice', () => {
	it.each([
		['cancelled', new CancelledError('The execution was stopped.')],
		['credential-invalid', new CredentialInvalidError('The platform does not know the token.')],
	])('%s ends everything, and as itself, even when failed slices are collected', async (_kind, error) => {
		for (const collect of [true, false]) {
			const reader = failing('b', error);
			const { pages, failed } = run(idSlices('a', 'b', 'c', 'd', 'e'), reader, {
				maxConcurrency: 2,
				collect,
			});
			await expect(collectRows(pages)).rejects.toBe(error);
			await settle();
			expect(failed).toEqual([]);
			expect(reader.open).toEqual([]);
			expect(reader.started).toHaveLength(3);
		}
	});

	it('the signal stops all slices at once', async () => {
		const clock = new FakeClock();
		const start = clock.now();
		const stop = new AbortController();
		const reader = new Reader(clock, (slice) => ({ pages: [rowsOf(slice)], latencyMs: 60_000 }));
		const reading = collectRows(
			run(idSlices('a', 'b', 'c'), reader, { maxConcurrency: 2, collect: true, signal: stop.signal }).pages,
		);
		void clock.sleep(10).then(() => {
			stop.abort();
		});
		await expect(reading).rejects.toThrow(CancelledError);
		await settle();
		expect(clock.now() - start).toBe(10);
		expect(reader.started).toHaveLength(2);
		expect(reader.open).toEqual([]);
	});

	it('a refusal of another kind does not end everything', async () => {
		const error = new RequestInvalidError('The platform wants no dates.', { status: 400 });
		const { pages, failed } = run(idSlices('a', 'b'), failing('a', error), { collect: true });
		expect(await ids(collectRows(pages))).toEqual(['b']);
		expect(failed).toHaveLength(1);
	});
});
