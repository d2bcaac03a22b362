import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { ResponseInvalidError } from '../../../connector/errors';
import { noLimit, offsetPages, RowLimit, type OffsetPage } from '../../../connector/pages';
import { JsonRows, type Page } from '../../../connector/rows';
import { collect, collectRows } from '../rows/chunks';
import { answers, equalRows, firstPages, Listing, numbered, page, takeRows } from './listing';

const all = (pageSize: number) => ({ pageSize, limit: noLimit() });

describe('offsetPages', () => {
	it('reads page after page to the end', async () => {
		const listing = new Listing(numbered(7));
		expect(await collect(offsetPages(listing.offsetPage, all(3)))).toEqual([
			page(0, 1, 2),
			page(3, 4, 5),
			page(6),
		]);
		expect(listing.asked).toEqual([
			[0, 3],
			[3, 3],
			[6, 3],
		]);
	});

	it('T16: stops at has_more and asks for no page beyond it, although the last one was full', async () => {
		const listing = new Listing(numbered(6));
		expect(await collectRows(offsetPages(listing.offsetPage, all(3)))).toEqual(numbered(6));
		expect(listing.asked).toHaveLength(2);
	});

	it('S6: goes on after a short page as long as there is more', async () => {
		const pages = answers({ rows: page(0), hasMore: () => true }, { rows: page(1), hasMore: () => false });
		expect(await collectRows(offsetPages(pages, all(10)))).toEqual(page(0, 1));
	});

	it('S7: advances by the rows received where the server caps the page size', async () => {
		const listing = new Listing(numbered(10), [4]);
		expect(await collectRows(offsetPages(listing.offsetPage, all(100)))).toEqual(numbered(10));
		expect(listing.asked.map(([offset]) => offset)).toEqual([0, 4, 8]);
	});

	it('S7: an empty page that promises more is no end, and no endless loop', async () => {
		const pages = answers({ rows: page(0, 1), hasMore: () => true }, { rows: page(), hasMore: () => true });
		const reading = collectRows(offsetPages(pages, all(2)));
		await expect(reading).rejects.toThrow(ResponseInvalidError);
		await expect(reading).rejects.toThrow(/promised more/);
	});

	it('takes an empty list for what it is', async () => {
		const listing = new Listing([]);
		expect(await collect(offsetPages(listing.offsetPage, all(5)))).toEqual([]);
		expect(listing.asked).toHaveLength(1);
	});

	it('does not take a page that comes again', async () => {
		const again = { rows: numbered(100), hasMore: () => true };
		const reading = collectRows(offsetPages(answers(again), all(100)));
		await expect(reading).rejects.toThrow(ResponseInvalidError);
		await expect(reading).rejects.toThrow(/same page/);
	});

	it('T25: equal pages of equal rows are rows like any others', async () => {
		const listing = new Listing(equalRows(1000));
		expect(await collectRows(offsetPages(listing.offsetPage, all(100)))).toHaveLength(1000);
	});

	it('fails with the error of the page, after the rows before it', async () => {
		const error = new ResponseInvalidError('broken');
		const pages = offsetPages(async (offset) => {
			if (offset > 0) throw error;
			return { rows: page(0, 1), hasMore: () => true };
		}, all(2));
		expect((await pages.next()).value).toEqual(page(0, 1));
		await expect(pages.next()).rejects.toBe(error);
	});

	it('asks for a page only when somebody reads it', async () => {
		const listing = new Listing(numbered(100));
		await firstPages(offsetPages(listing.offsetPage, all(10)), 2);
		expect(listing.asked).toHaveLength(2);
	});
});

describe('offsetPages of long answers', () => {
	/** As text that is parsed while it is read, in pieces of half a megabyte. */
	const asPieces = (rows: Page) => new JsonRows(Buffer.from(JSON.stringify(rows).slice(1, -1)));
	const long = (row: (index: number) => object): Page =>
		Array.from({ length: 20_000 }, (_none, index) => ({ ...row(index), text: 'x'.repeat(50) }));

	it('hands rows on piece by piece and asks for the next page behind the last one', async () => {
		const rows = long((position) => ({ position }));
		const offsets: number[] = [];
		const received: number[] = [];
		const pages = await collect(
			offsetPages(async (offset) => {
				offsets.push(offset);
				const hasMore = (count: number) => {
					received.push(count);
					return offset === 0;
				};
				return { rows: offset === 0 ? asPieces(rows) : page(1), hasMore };
			}, all(20_000)),
		);
		expect(pages.length).toBeGreaterThan(3);
		expect(pages.flatMap((one) => [...one])).toEqual([...rows, { id: 1 }]);
		expect(offsets).toEqual([0, 20_000]);
		expect(received).toContain(20_000);
	});

	it('hands on the rows before a broken one', async () => {
		const text = JSON.stringify(long((position) => ({ position }))).slice(1, -1);
		const broken = new JsonRows(Buffer.from(text.replace('{"position":15000,', '{position":15000,')));
		const pages = offsetPages(answers({ rows: broken, hasMore: () => true }), all(20_000));
		expect((await pages.next()).value).toContainEqual(expect.objectContaining({ position: 0 }));
		await expect(collect(pages)).rejects.toThrow(ResponseInvalidError);
	});

	it('does not take a page that comes again, but rows that are equal by nature', async () => {
		const again = answers({ rows: asPieces(long((position) => ({ position }))), hasMore: () => true });
		await expect(collectRows(offsetPages(again, all(20_000)))).rejects.toThrow(/same page/);
		const equal = { rows: asPieces(long(() => ({ InteractionType: 'View' }))), hasMore: () => true };
		const last = { rows: page(1), hasMore: () => false };
		expect(await collectRows(offsetPages(answers<OffsetPage>(equal, equal, last), all(20_000)))).toHaveLength(
			40_001,
		);
	});
});

describe('offsetPages with a limit', () => {
	it.each([
		[1, [[0, 1]]],
		[3, [[0, 3]]],
		// The page shrinks to what is left.
		[
			5,
			[
				[0, 3],
				[3, 2],
			],
		],
		[
			6,
			[
				[0, 3],
				[3, 3],
			],
		],
	])('of %i rows asks for no row more than needed', async (rows, asked) => {
		const listing = new Listing(numbered(20));
		const limit = new RowLimit(rows);
		expect(await takeRows(offsetPages(listing.offsetPage, { pageSize: 3, limit }), limit)).toEqual(
			numbered(rows),
		);
		expect(listing.asked).toEqual(asked);
		expect(limit.cutOff).toBe(true);
	});

	it.each([
		['as many rows as there are', 6],
		['more rows than there are', 7],
	])('of %s cuts nothing off', async (_name, rows) => {
		const listing = new Listing(numbered(6));
		const limit = new RowLimit(rows);
		expect(await takeRows(offsetPages(listing.offsetPage, { pageSize: 3, limit }), limit)).toEqual(
			numbered(6),
		);
		expect(listing.asked).toHaveLength(2);
		expect(limit.cutOff).toBe(false);
	});

	it('hands on no more than the limit when the server sends more than it was asked for', async () => {
		const limit = new RowLimit(2);
		const pages = offsetPages(answers({ rows: numbered(5), hasMore: () => false }), { pageSize: 5, limit });
		expect(await takeRows(pages, limit)).toEqual(numbered(2));
		expect(limit.cutOff).toBe(true);
	});

	it('counts what other slices used up', async () => {
		const limit = new RowLimit(5);
		limit.take(numbered(4));
		const listing = new Listing(numbered(9));
		await takeRows(offsetPages(listing.offsetPage, { pageSize: 3, limit }), limit);
		expect(listing.asked).toEqual([[0, 1]]);
	});

	it('loses and doubles no row, however the page sizes change', async () => {
		const caps = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 });
		const sizes = fc.record({
			rows: fc.nat(60),
			pageSize: fc.integer({ min: 1, max: 12 }),
			wanted: fc.integer({ min: 1, max: 70 }),
		});
		await fc.assert(
			fc.asyncProperty(sizes, caps, async ({ rows, pageSize, wanted }, cap) => {
				const listing = new Listing(numbered(rows), cap);
				expect(await collectRows(offsetPages(listing.offsetPage, all(pageSize)))).toEqual(numbered(rows));
				listing.asked.length = 0;
				const limit = new RowLimit(wanted);
				const taken = await takeRows(offsetPages(listing.offsetPage, { pageSize, limit }), limit);
				expect(taken).toEqual(numbered(Math.min(rows, wanted)));
				expect(limit.cutOff).toBe(rows > wanted);
				expect(listing.asked.every(([offset, size]) => size <= pageSize && offset + size <= wanted)).toBe(
					true,
				);
			}),
		);
	});
});
