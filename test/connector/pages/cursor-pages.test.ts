import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { ResponseInvalidError } from '../../../connector/errors';
import { cursorPages, noLimit, RowLimit } from '../../../connector/pages';
import { collect, collectRows } from '../rows/chunks';
import { answers, equalRows, Listing, numbered, page, takeRows } from './listing';

describe('cursorPages', () => {
	it('follows the cursors to the end, and starts without one', async () => {
		const cursors: (string | undefined)[] = [];
		const listing = new Listing(numbered(5), [2]);
		const pages = cursorPages(async (cursor, wanted) => {
			cursors.push(cursor);
			return listing.cursorPage(cursor, wanted);
		}, noLimit());
		expect(await collect(pages)).toEqual([page(0, 1), page(2, 3), page(4)]);
		expect(cursors).toEqual([undefined, '2', '4']);
	});

	it('takes an empty list for what it is', async () => {
		expect(await collect(cursorPages(answers({ rows: page(), next: undefined }), noLimit()))).toEqual([]);
	});

	it('ends with an empty last page', async () => {
		const pages = answers({ rows: page(0), next: 'a' }, { rows: page(), next: undefined });
		expect(await collect(cursorPages(pages, noLimit()))).toEqual([page(0)]);
	});

	it('does not take an empty page with a cursor for the end', async () => {
		const reading = collectRows(
			cursorPages(answers({ rows: page(0), next: 'a' }, { rows: page(), next: 'b' }), noLimit()),
		);
		await expect(reading).rejects.toThrow(ResponseInvalidError);
		await expect(reading).rejects.toThrow(/promised more/);
	});

	it.each([
		['that it was asked with', ['a', 'a']],
		['from longer ago', ['a', 'b', 'c', 'a']],
	])('does not follow a cursor %s', async (_name, cursors) => {
		let asked = 0;
		const reading = collectRows(
			cursorPages(async () => ({ rows: page(asked), next: cursors[asked++] }), noLimit()),
		);
		await expect(reading).rejects.toThrow(ResponseInvalidError);
		await expect(reading).rejects.toThrow(/read before/);
		expect(asked).toBe(cursors.length);
	});

	it('does not take a page that comes again under a new cursor', async () => {
		let asked = 0;
		const reading = collectRows(
			cursorPages(async () => ({ rows: numbered(100), next: `cursor ${(asked++).toString()}` }), noLimit()),
		);
		await expect(reading).rejects.toThrow(/same page/);
		expect(asked).toBe(2);
	});

	it('T25: equal pages of equal rows are rows like any others', async () => {
		const listing = new Listing(equalRows(1000), [100]);
		expect(await collectRows(cursorPages(listing.cursorPage, noLimit()))).toHaveLength(1000);
	});
});

describe('cursorPages with a limit', () => {
	it('says how many rows are still wanted, and follows no cursor beyond them', async () => {
		const listing = new Listing(numbered(9), [2]);
		const limit = new RowLimit(3);
		expect(await takeRows(cursorPages(listing.cursorPage, limit), limit)).toEqual(numbered(3));
		expect(listing.asked).toEqual([
			[0, 3],
			[2, 1],
		]);
		expect(limit.cutOff).toBe(true);
	});

	it('of as many rows as there are cuts nothing off', async () => {
		const listing = new Listing(numbered(4), [2]);
		const limit = new RowLimit(4);
		expect(await takeRows(cursorPages(listing.cursorPage, limit), limit)).toEqual(numbered(4));
		expect(limit.cutOff).toBe(false);
	});

	it('loses and doubles no row, however the page sizes change', async () => {
		const caps = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 });
		await fc.assert(
			fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 70 }), caps, async (rows, wanted, cap) => {
				const listing = new Listing(numbered(rows), cap);
				expect(await collectRows(cursorPages(listing.cursorPage, noLimit()))).toEqual(numbered(rows));
				const limit = new RowLimit(wanted);
				const taken = await takeRows(cursorPages(listing.cursorPage, limit), limit);
				expect(taken).toEqual(numbered(Math.min(rows, wanted)));
				expect(limit.cutOff).toBe(rows > wanted);
			}),
		);
	});
});
