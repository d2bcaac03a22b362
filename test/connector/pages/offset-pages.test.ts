import { describe, expect, it } from '@jest/globals';

import { ResponseInvalidError } from '../../../connector/errors';
import { noLimit, offsetPages, RowLimit, type OffsetPage } from '../../../connector/pages';
import { JsonRows, type Page } from '../../../connector/rows';
import { collect, collectRows } from '../rows/chunks';
import { answers, firstPages, Listing, numbered, page, takeRows } from './listing';

const all = (pageSize: number) => ({ pageSize, limit: noLimit() });

describe('offsetPages', () => {
	it('S6: goes on after a short page as long as there is more', async () => {
		const pages = answers({ rows: page(0), hasMore: () => true }, { rows: page(1), hasMore: () => false });
		expect(await collectRows(offsetPages(pages, all(10)))).toEqual(page(0, 1));
	});

	it('S7: an empty page that promises more is no end, and no endless loop', async () => {
		const pages = answers({ rows: page(0, 1), hasMore: () => true }, { rows: page(), hasMore: () => true });
		const reading = collectRows(offsetPages(pages, all(2)));
		await expect(reading).rejects.toThrow(ResponseInvalidError);
		await expect(reading).rejects.toThrow(/promised more/);
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
		expect(listing.asked).toEqual(['0+1']);
	});
});
