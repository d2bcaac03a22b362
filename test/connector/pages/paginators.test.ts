import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { countedPages, cursorPages, noLimit, offsetPages, RowLimit } from '../../../connector/pages';
import { collect, collectRows } from '../rows/chunks';
import { equalRows, Listing, numbered, page, takeRows } from './listing';

/** What has to be so whichever way a platform cuts its lists. Pages behind cursors are as large as the server likes. */
describe.each([
	{
		name: 'offsetPages',
		isSized: true,
		read: ({ offsetPage }: Listing, pageSize: number, limit: RowLimit) =>
			offsetPages(offsetPage, { pageSize, limit }),
	},
	{
		name: 'countedPages',
		isSized: true,
		read: ({ countedPage }: Listing, pageSize: number, limit: RowLimit) =>
			countedPages(countedPage, { pageSize, limit, observe: () => undefined }),
	},
	{
		name: 'cursorPages',
		isSized: false,
		read: ({ cursorPage }: Listing, _pageSize: number, limit: RowLimit) => cursorPages(cursorPage, limit),
	},
])('$name', ({ isSized, read }) => {
	it('T16: reads page after page to the end, and asks for none beyond it, although the last one was full', async () => {
		const listing = new Listing(numbered(6), [3]);
		expect(await collect(read(listing, 3, noLimit()))).toEqual([page(0, 1, 2), page(3, 4, 5)]);
		expect(listing.offsets).toEqual([0, 3]);
	});

	it('S7: advances by the rows received where the server caps the page size', async () => {
		const listing = new Listing(numbered(10), [4]);
		expect(await collectRows(read(listing, 1000, noLimit()))).toEqual(numbered(10));
		expect(listing.offsets).toEqual([0, 4, 8]);
	});

	it('takes an empty list for what it is', async () => {
		const listing = new Listing([]);
		expect(await collect(read(listing, 5, noLimit()))).toEqual([]);
		expect(listing.asked).toHaveLength(1);
	});

	it('does not take a page that comes again', async () => {
		const listing = new Listing(numbered(1000), [100], true);
		const refusal = { kind: 'response-invalid', message: expect.stringContaining('same page') };
		await expect(collectRows(read(listing, 100, noLimit()))).rejects.toMatchObject(refusal);
		expect(listing.offsets).toEqual([0, 100]);
	});

	it('T25: equal pages of equal rows are rows like any others', async () => {
		const listing = new Listing(equalRows(1000), [100]);
		expect(await collectRows(read(listing, 100, noLimit()))).toHaveLength(1000);
	});

	// The page shrinks to what is left.
	it.each([
		[1, '0+1', '0+1', true],
		[3, '0+3', '0+3', true],
		[5, '0+3 3+2', '0+5 3+2', true],
		[6, '0+3 3+3', '0+6 3+3', false],
		[9, '0+3 3+3', '0+9 3+6', false],
	])('with a limit of %i rows asks for no row more than needed', async (rows, sized, wanted, cutOff) => {
		const listing = new Listing(numbered(6), [3]);
		const limit = new RowLimit(rows);
		expect(await takeRows(read(listing, 3, limit), limit)).toEqual(numbered(Math.min(rows, 6)));
		expect(listing.asked.join(' ')).toBe(isSized ? sized : wanted);
		expect(limit.cutOff).toBe(cutOff);
	});

	it('asks for nothing more when the limit is used up, by whoever reads on', async () => {
		const listing = new Listing(numbered(6), [3]);
		expect(await collectRows(read(listing, 3, new RowLimit(3)))).toEqual(numbered(3));
		expect(listing.asked).toHaveLength(1);
	});

	it('loses and doubles no row, however the page sizes change', async () => {
		const input = fc.record({
			rows: fc.nat(60),
			pageSize: fc.integer({ min: 1, max: 12 }),
			wanted: fc.integer({ min: 1, max: 70 }),
			caps: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }),
		});
		await fc.assert(
			fc.asyncProperty(input, async ({ rows, pageSize, wanted, caps }) => {
				const all = read(new Listing(numbered(rows), caps), pageSize, noLimit());
				expect(await collectRows(all)).toEqual(numbered(rows));
				const listing = new Listing(numbered(rows), caps);
				const limit = new RowLimit(wanted);
				const taken = await takeRows(read(listing, pageSize, limit), limit);
				expect(taken).toEqual(numbered(Math.min(rows, wanted)));
				expect(limit.cutOff).toBe(rows > wanted);
				for (const [offset, size] of listing.asked.map((asked) => asked.split('+').map(Number))) {
					expect(offset! + size!).toBeLessThanOrEqual(wanted);
					if (isSized) expect(size).toBeLessThanOrEqual(pageSize);
				}
			}),
		);
	});
});
