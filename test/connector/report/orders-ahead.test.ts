import { describe, expect, it } from '@jest/globals';

import { CancelledError, RequestInvalidError, TemporarilyUnavailableError } from '../../../connector/errors';
import { RowLimit } from '../../../connector/pages';
import { SliceFailure } from '../../../connector/report';
import type { Slice } from '../../../connector/slices';
import { FakeClock, settle } from '../../support/fake-clock';
import { takeRows } from '../pages/listing';
import { collectRows } from '../rows/chunks';
import { JobPlatform, POLICY, type Fate } from './job-platform';
import { Reader } from './reader';
import { idSlices, refused, run, tooLarge, wholeSlice } from './run';

const none = new Reader(new FakeClock(), () => ({ pages: [] }));

/** Jobs by the id of their slice; what is not named is ready after 15 s. */
function platform(fates: Readonly<Record<string, Fate>> = {}, clock = new FakeClock()): JobPlatform {
	return new JobPlatform(clock, ({ ids }: Slice) => fates[ids?.join(',') ?? ''] ?? { buildMs: 15_000 });
}

const load = (
	jobs: JobPlatform,
	ids: readonly string[],
	changes: Partial<Parameters<typeof run>[2]> = {},
): ReturnType<typeof run> =>
	run(idSlices(...ids), none, { read: jobs.read, maxConcurrency: 2, ordersAhead: 20, ...changes });

const idsOf = async (rows: Promise<Record<string, unknown>[]>) => (await rows).map(({ id }) => id);

describe('slices that are jobs', () => {
	it('are all ordered before the first is waited for, one order after another', async () => {
		const jobs = platform();
		expect(await idsOf(collectRows(load(jobs, ['a', 'b', 'c', 'd']).pages))).toEqual(['a', 'b', 'c', 'd']);
		expect(jobs.orders).toEqual(['a at 0', 'b at 100', 'c at 200', 'd at 300']);
		expect(jobs.polls[0]).toBe('a at 3100');
		expect(jobs.peak).toEqual({ ordering: 1, open: 4, reading: 2 });
	});

	it.each([
		['the first', [60_000, 15_000, 30_000, 1000]],
		['the second', [15_000, 60_000, 30_000, 1000]],
		['the third', [15_000, 1000, 60_000, 30_000]],
		['the last', [30_000, 15_000, 1000, 60_000]],
	])('take as long as the slowest of them, be it %s', async (_name, times) => {
		const ids = ['a', 'b', 'c', 'd'];
		const fates = Object.fromEntries(ids.map((id, index) => [id, { buildMs: times[index]! }]));
		const together = platform(fates);
		await collectRows(load(together, ids).pages);
		const alone = platform(fates);
		await collectRows(load(alone, [ids[times.indexOf(60_000)]!]).pages);
		// Three orders before it, and at most two polls and a download on its way.
		expect(together.elapsed).toBeLessThanOrEqual(alone.elapsed + 600);
		expect(together.elapsed / alone.elapsed).toBeLessThan(1.3);
		const before = platform(fates);
		await collectRows(load(before, ids, { ordersAhead: 0, maxConcurrency: 1 }).pages);
		expect(before.elapsed / alone.elapsed).toBeGreaterThan(1.6);
	});

	it('are asked after at once when their turn comes, and then when they would have been', async () => {
		const jobs = platform({ a: { buildMs: 20_000 }, b: { buildMs: 1 }, c: { buildMs: 50_000 } });
		await collectRows(load(jobs, ['a', 'b', 'c'], { maxConcurrency: 1 }).pages);
		expect(jobs.orders).toEqual(['a at 0', 'b at 100', 'c at 200']);
		expect(jobs.polls).toEqual([
			...['a at 3100', 'a at 7700', 'a at 14550', 'a at 24775'],
			'b at 24975',
			// c was ordered at 300: after 3, 4.5, 6.75, 10.125, 15.1875 and 22.78125 s it is the same that it had been asked.
			...['c at 25175', 'c at 39962.5', 'c at 62843.75'],
		]);
	});

	it('hold no more rows than without orders ahead: only so many as may run are read', async () => {
		const jobs = platform();
		const { pages } = load(jobs, ['a', 'b', 'c', 'd', 'e'], { holdRows: 1 });
		await pages.next();
		await settle();
		expect([jobs.orders.length, jobs.fetched, jobs.peak.reading]).toEqual([5, [], 2]);
		expect(await collectRows(pages)).toHaveLength(4);
		expect(jobs.peak.reading).toBe(2);
	});

	it.each([
		[0, 2, 2],
		[1, 2, 3],
		[3, 2, 5],
		[3, 1, 4],
	])('with %i ahead and %i at a time no more than %i are open', async (ordersAhead, maxConcurrency, open) => {
		const jobs = platform();
		const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
		expect(await idsOf(collectRows(load(jobs, ids, { ordersAhead, maxConcurrency }).pages))).toEqual(ids);
		expect(jobs.peak).toMatchObject({ open, reading: maxConcurrency });
		expect(jobs.orders.map((order) => order[0])).toEqual(ids);
	});

	it('are not ordered ahead of a limit that may need none of them', async () => {
		const jobs = platform();
		const limit = new RowLimit(2);
		expect(await takeRows(load(jobs, ['a', 'b', 'c', 'd'], { limit }).pages, limit)).toHaveLength(2);
		await settle();
		expect(jobs.orders.map((order) => order[0])).toEqual(['a', 'b']);
		expect(jobs.peak.open).toBe(1);
	});

	it('are waited for as long as ever, however long others were read before', async () => {
		const clock = new FakeClock();
		const fates: Readonly<Record<string, Fate>> = { a: { buildMs: 50_000 }, b: { buildMs: 90_000 } };
		const jobs = new JobPlatform(clock, ({ ids }) => fates[ids![0]!]!, 100, {
			...POLICY,
			deadlineMs: 60_000,
		});
		const { pages } = load(jobs, ['a', 'b'], { maxConcurrency: 1 });
		expect(await collectRows(pages)).toHaveLength(2);
		expect(jobs.elapsed).toBeGreaterThan(90_000);
	});

	it('but no longer than that from their turn on', async () => {
		const fates: Readonly<Record<string, Fate>> = { a: { buildMs: 50_000 }, b: { buildMs: Infinity } };
		const policy = { ...POLICY, deadlineMs: 60_000 };
		const jobs = new JobPlatform(new FakeClock(), ({ ids }) => fates[ids![0]!]!, 0, policy);
		const { pages } = load(jobs, ['a', 'b'], { maxConcurrency: 1 });
		await expect(collectRows(pages)).rejects.toThrow('did not finish job job of b within 60 s');
		expect(jobs.fetched).toEqual(['a at 60000']);
		expect(jobs.elapsed).toBe(120_000);
	});
});

describe('an order that fails ahead of its turn', () => {
	const FATES = { c: { buildMs: 0, order: new TemporarilyUnavailableError('No.', { status: 500 }) } };
	const IDS = ['a', 'b', 'c', 'd', 'e'];

	it('is told when its turn comes, and behind it nothing is ordered', async () => {
		const jobs = platform(FATES);
		const { pages } = load(jobs, IDS);
		const ids: unknown[] = [];
		const failure = await (async () => {
			for await (const page of pages) for (const { id } of page) ids.push(id);
		})().catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(SliceFailure);
		expect((failure as SliceFailure).failure).toMatchObject({ slice: { ids: ['c'] }, rowsDelivered: 0 });
		expect(ids).toEqual(['a', 'b']);
		await settle();
		expect(jobs.orders).toEqual(['a at 0', 'b at 100', 'c at 200']);
		expect(jobs.left).toEqual({ ordering: 0, open: 0, reading: 0 });
	});

	it('lets the others be ordered once it was told, where failed slices are collected', async () => {
		const jobs = platform(FATES);
		const { pages, failed } = load(jobs, IDS, { collect: true });
		expect(await idsOf(collectRows(pages))).toEqual(['a', 'b', 'd', 'e']);
		expect(failed).toEqual(['2024-01-01..2024-01-01/c: temporarily-unavailable, 0']);
		expect(jobs.orders.map((order) => order[0])).toEqual(IDS);
		const [lastBefore] = jobs.fetched.slice(1);
		expect(jobs.orders[3]).toBe(lastBefore!.replace('b', 'd'));
	});

	it('is split like any other, when its turn has come', async () => {
		const jobs = new JobPlatform(new FakeClock(), ({ ids }) => ({
			buildMs: 1000,
			...(ids!.length > 1 ? { order: tooLarge() } : {}),
		}));
		const [first] = idSlices('x');
		const slices = [first!, ...wholeSlice(1, 'a', 'b')];
		const { pages } = run(slices, none, { read: jobs.read, ordersAhead: 20 });
		expect(await idsOf(collectRows(pages))).toEqual(['x', 'a', 'b']);
		expect(jobs.orders.map((order) => order.split(' ')[0])).toEqual(['x', 'a,b', 'a', 'b']);
	});
});

describe('a job that fails', () => {
	it('lets none be ordered either until it was told', async () => {
		const failed = new RequestInvalidError('The platform ended the job.');
		const jobs = platform({ a: { buildMs: 60_000 }, b: { buildMs: 0, job: failed } });
		const { pages } = load(jobs, ['a', 'b', 'c', 'd', 'e'], { ordersAhead: 1, maxConcurrency: 3 });
		await pages.next();
		await expect(pages.next()).rejects.toThrow('The platform ended the job.');
		expect(jobs.orders.map((order) => order[0])).toEqual(['a', 'b', 'c', 'd']);
	});
});

describe('when it is stopped', () => {
	const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];

	it.each([
		['amid an order', 250, 3],
		['while jobs are waited for', 5000, 6],
	])('nothing more is ordered, and all that wait are let go: %s', async (_name, ms, orders) => {
		const clock = new FakeClock();
		const jobs = platform({}, clock);
		const stop = new AbortController();
		const reading = collectRows(load(jobs, IDS, { signal: stop.signal }).pages);
		void clock.sleep(ms).then(() => {
			stop.abort();
		});
		await expect(reading).rejects.toThrow(CancelledError);
		await settle();
		expect(jobs.orders).toHaveLength(orders);
		expect(jobs.elapsed).toBe(ms);
		expect(jobs.left).toEqual({ ordering: 0, open: 0, reading: 0 });
	});

	it('by a reader that has enough, the same', async () => {
		const jobs = platform();
		const { pages } = load(jobs, IDS, { ordersAhead: 1, holdRows: 1 });
		await pages.next();
		await pages.return(undefined);
		await settle();
		expect(jobs.orders).toHaveLength(3);
		expect(jobs.left).toEqual({ ordering: 0, open: 0, reading: 0 });
	});
});

it('a refused order ahead is no unhandled rejection, and is never told when nobody gets there', async () => {
	const jobs = platform({ b: { buildMs: 0, order: refused() } });
	const { pages, failed } = load(jobs, ['a', 'b'], { collect: true });
	await pages.next();
	await pages.return(undefined);
	await settle();
	expect(failed).toEqual([]);
});
