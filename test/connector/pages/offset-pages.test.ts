import { describe, expect, it } from '@jest/globals';

import { ResponseInvalidError, TimeoutError, type ConnectorError } from '../../../connector/errors';
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

/** Rows of a page, what it counts, and whether it promises more. */
type Counted = readonly [rows: number, count: number | undefined | null, hasMore: boolean];

/** Pages as a platform gives them one after the other. */
const counted = (...pages: readonly Counted[]) => {
	const all = numbered(pages.reduce((sum, [rows]) => sum + rows, 0));
	let next = 0;
	return async (offset: number) => {
		const [rows, count, hasMore] = pages[next++]!;
		return { rows: all.slice(offset, offset + rows), count, hasMore: () => hasMore };
	};
};

describe('the highest count that an answer named', () => {
	it.each<[string, Counted[], number, number]>([
		[
			'a count that is taken back with the last page',
			[
				[17, 22, true],
				[0, 0, false],
			],
			22,
			17,
		],
		['an empty page', [[0, 5, false]], 5, 0],
		['a page that says it is the last', [[20, 30, false]], 30, 20],
		[
			'a count that only a later page names',
			[
				[10, 10, true],
				[5, 18, false],
			],
			18,
			15,
		],
		[
			'a page in the middle that counted most',
			[
				[5, 20, true],
				[5, 21, true],
				[10, 20, false],
			],
			21,
			20,
		],
	])('has to be reached: %s', async (_name, pages, announced, arrived) => {
		const reading = collectRows(offsetPages(counted(...pages), all(20)));
		await expect(reading).rejects.toThrow(ResponseInvalidError);
		await expect(reading).rejects.toThrow(`announced ${announced} rows and stopped after ${arrived}`);
	});

	it.each<[string, Counted[]]>([
		[
			'of its own page alone',
			[
				[10, 10, true],
				[5, 5, false],
			],
		],
		[
			'of all',
			[
				[10, 15, true],
				[5, 15, false],
			],
		],
		[
			'that comes last',
			[
				[10, undefined, true],
				[5, 15, false],
			],
		],
		[
			'that is none',
			[
				[10, null, true],
				[5, undefined, false],
			],
		],
		[
			'that is lower than what came',
			[
				[10, 3, true],
				[5, 0, false],
			],
		],
	])('T16: is reached by a count %s', async (_name, pages) => {
		expect(await collectRows(offsetPages(counted(...pages), all(10)))).toEqual(numbered(15));
	});

	it('is not asked for where a limit ends the reading, which then knows of more', async () => {
		const limit = new RowLimit(10);
		const pages = offsetPages(counted([10, 22, false]), { pageSize: 20, limit });
		expect(await takeRows(pages, limit)).toEqual(numbered(10));
		expect(limit.cutOff).toBe(true);
	});
});

describe('offsetPages of long answers', () => {
	/** As text that is parsed while it is read, in pieces of half a megabyte. */
	const asPieces = (rows: Page) => new JsonRows(Buffer.from(JSON.stringify(rows)));
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
		const text = JSON.stringify(long((position) => ({ position })));
		const broken = new JsonRows(Buffer.from(text.replace('{"position":15000,', '{position":15000,')));
		const pages = offsetPages(answers({ rows: broken, hasMore: () => true }), all(20_000));
		expect((await pages.next()).value).toContainEqual(expect.objectContaining({ position: 0 }));
		await expect(collect(pages)).rejects.toThrow(ResponseInvalidError);
	});

	it('does not take a page that comes again, but rows that are equal by nature', async () => {
		const again = answers({ rows: asPieces(long((position) => ({ position }))), hasMore: () => true });
		await expect(collectRows(offsetPages(again, all(20_000)))).rejects.toThrow(/same page/);
		const equal = () => ({ rows: asPieces(long(() => ({ InteractionType: 'View' }))), hasMore: () => true });
		const last = { rows: page(1), hasMore: () => false };
		const listing = offsetPages(answers<OffsetPage>(equal(), equal(), last), all(20_000));
		expect(await collectRows(listing)).toHaveLength(40_001);
	});
});

describe('a page whose answer is too long', () => {
	const tooLong = new ResponseInvalidError('The answer is too long.', { splittable: true });

	/** Reads a list of which no more than so many rows may be asked for at once. */
	const bounded = (most: number, rows: number, error: ConnectorError = tooLong) => {
		const listing = new Listing(numbered(rows));
		const asked: string[] = [];
		const pages = offsetPages(async (offset, size) => {
			asked.push(`${offset}+${size}`);
			if (size > most) throw error;
			return listing.offsetPage(offset, size);
		}, all(9));
		return { reading: collectRows(pages), asked };
	};

	it.each([
		[4, '0+9 0+5 0+3 3+3 6+3 9+3'],
		[5, '0+9 0+5 5+5'],
		[1, '0+9 0+5 0+3 0+2 0+1 1+1 2+1 3+1 4+1 5+1 6+1 7+1 8+1 9+1'],
	])('is asked for in halves, of %i rows at most, and so are those behind it', async (most, expected) => {
		const { reading, asked } = bounded(most, 10);
		expect(await reading).toEqual(numbered(10));
		expect(asked.join(' ')).toBe(expected);
	});

	it('fails where it has one row', async () => {
		const { reading, asked } = bounded(0, 10);
		await expect(reading).rejects.toBe(tooLong);
		expect(asked.join(' ')).toBe('0+9 0+5 0+3 0+2 0+1');
	});

	it.each([
		['another invalid answer', new ResponseInvalidError('Broken.')],
		[
			'one that took too long, which is for the slice to be halved',
			new TimeoutError('Slow.', { splittable: true }),
		],
	])('is not %s', async (_name, error) => {
		const { reading, asked } = bounded(4, 10, error);
		await expect(reading).rejects.toBe(error);
		expect(asked).toEqual(['0+9']);
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
