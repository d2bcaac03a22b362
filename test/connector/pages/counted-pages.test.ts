import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { ResponseInvalidError } from '../../../connector/errors';
import type { ConnectorEvent } from '../../../connector/events';
import { countedPages, noLimit, RowLimit, type CountedPage } from '../../../connector/pages';
import { collect, collectRows } from '../rows/chunks';
import { answers, equalRows, Listing, numbered, page, takeRows } from './listing';

type Fetch = (offset: number, size: number) => Promise<CountedPage>;

/** Pages of a size without a limit, and what was told meanwhile. */
function counted(fetchPage: Fetch, pageSize: number, limit = noLimit()) {
	const events: ConnectorEvent[] = [];
	const observe = (event: ConnectorEvent) => events.push(event);
	return { pages: countedPages(fetchPage, { pageSize, limit, observe }), events };
}

const CHANGED = [{ type: 'remark', text: expect.stringMatching(/changed while the list was read/) }];

describe('countedPages', () => {
	it('reads up to the total and asks for no page beyond it', async () => {
		const listing = new Listing(numbered(6));
		const { pages, events } = counted(listing.countedPage, 3);
		expect(await collect(pages)).toEqual([page(0, 1, 2), page(3, 4, 5)]);
		expect(listing.asked).toEqual([
			[0, 3],
			[3, 3],
		]);
		expect(events).toEqual([]);
	});

	it('S7: advances by the rows received where the server caps the page size', async () => {
		const listing = new Listing(numbered(10), [4]);
		expect(await collectRows(counted(listing.countedPage, 1000).pages)).toEqual(numbered(10));
		expect(listing.asked.map(([offset]) => offset)).toEqual([0, 4, 8]);
	});

	it('takes an empty list for what it is', async () => {
		const listing = new Listing([]);
		expect(await collect(counted(listing.countedPage, 5).pages)).toEqual([]);
		expect(listing.asked).toHaveLength(1);
	});

	it('does not take an empty page for the end before the total is reached', async () => {
		const { pages } = counted(answers({ rows: page(0, 1), total: 5 }, { rows: page(), total: 5 }), 2);
		const reading = collectRows(pages);
		await expect(reading).rejects.toThrow(ResponseInvalidError);
		await expect(reading).rejects.toThrow('announced 5 rows and stopped after 2');
	});

	it('does not take an empty first page for the end either', async () => {
		const { pages } = counted(answers({ rows: page(), total: 5 }), 2);
		await expect(collectRows(pages)).rejects.toThrow('announced 5 rows and stopped after 0');
	});

	it('does not take a page that comes again', async () => {
		const { pages } = counted(answers({ rows: numbered(100), total: 1000 }), 100);
		await expect(collectRows(pages)).rejects.toThrow(/same page/);
	});

	it('T25: equal pages of equal rows are rows like any others', async () => {
		const listing = new Listing(equalRows(1000));
		expect(await collectRows(counted(listing.countedPage, 100).pages)).toHaveLength(1000);
	});
});

describe('a total that changes while the list is read', () => {
	it('T26: is told once when it grows, and the new rows are read', async () => {
		const grown = [
			{ rows: page(0, 1), total: 3 },
			{ rows: page(2, 3), total: 5 },
			{ rows: page(4), total: 5 },
		];
		const { pages, events } = counted(answers(...grown), 2);
		expect(await collectRows(pages)).toEqual(numbered(5));
		expect(events).toEqual(CHANGED);
	});

	it('T26: is told when it shrinks, and the shorter list has an end', async () => {
		const { pages, events } = counted(
			answers({ rows: page(0, 1), total: 5 }, { rows: page(2), total: 3 }),
			2,
		);
		expect(await collectRows(pages)).toEqual(numbered(3));
		expect(events).toEqual(CHANGED);
	});

	it('T26: is told when rows go away from under the last page', async () => {
		const { pages, events } = counted(answers({ rows: page(0, 1), total: 3 }, { rows: page(), total: 2 }), 2);
		expect(await collectRows(pages)).toEqual(numbered(2));
		expect(events).toEqual(CHANGED);
	});

	it('T26: is told when it comes back to where it was', async () => {
		const there = [
			{ rows: page(0), total: 3 },
			{ rows: page(1), total: 4 },
			{ rows: page(2), total: 3 },
		];
		const { pages, events } = counted(answers(...there), 1);
		expect(await collectRows(pages)).toEqual(numbered(3));
		expect(events).toEqual(CHANGED);
	});

	it('T26: is told when a limit ends the reading', async () => {
		const limit = new RowLimit(4);
		const { pages, events } = counted(
			answers({ rows: page(0, 1), total: 8 }, { rows: page(1, 2), total: 9 }),
			2,
			limit,
		);
		expect(await takeRows(pages, limit)).toEqual(page(0, 1, 1, 2));
		expect(events).toEqual(CHANGED);
	});
});

describe('countedPages with a limit', () => {
	it.each([
		[2, [[0, 2]], true],
		[
			5,
			[
				[0, 3],
				[3, 2],
			],
			true,
		],
		[
			6,
			[
				[0, 3],
				[3, 3],
			],
			false,
		],
		[
			9,
			[
				[0, 3],
				[3, 3],
			],
			false,
		],
	])('of %i rows asks for no row more than needed', async (rows, asked, cutOff) => {
		const listing = new Listing(numbered(6));
		const limit = new RowLimit(rows);
		const { pages } = counted(listing.countedPage, 3, limit);
		expect(await takeRows(pages, limit)).toEqual(numbered(Math.min(rows, 6)));
		expect(listing.asked).toEqual(asked);
		expect(limit.cutOff).toBe(cutOff);
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
				expect(await collectRows(counted(listing.countedPage, pageSize).pages)).toEqual(numbered(rows));
				const limit = new RowLimit(wanted);
				const taken = await takeRows(counted(listing.countedPage, pageSize, limit).pages, limit);
				expect(taken).toEqual(numbered(Math.min(rows, wanted)));
				expect(limit.cutOff).toBe(rows > wanted);
			}),
		);
	});
});
