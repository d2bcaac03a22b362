import { describe, expect, it } from '@jest/globals';

import { ResponseInvalidError } from '../../../connector/errors';
import type { ConnectorEvent } from '../../../connector/events';
import { countedPages, noLimit, RowLimit, type CountedPage } from '../../../connector/pages';
import { collectRows } from '../rows/chunks';
import { answers, Listing, numbered, page, takeRows } from './listing';

type Fetch = (offset: number, size: number) => Promise<CountedPage>;

/** Pages of a size without a limit, and what was told meanwhile. */
function counted(fetchPage: Fetch, pageSize: number, limit = noLimit()) {
	const events: ConnectorEvent[] = [];
	const observe = (event: ConnectorEvent) => events.push(event);
	return { pages: countedPages(fetchPage, { pageSize, limit, observe }), events };
}

const CHANGED = [{ type: 'remark', text: expect.stringMatching(/changed while the list was read/) }];

describe('countedPages', () => {
	it('tells nothing of a total that stays', async () => {
		const { pages, events } = counted(new Listing(numbered(6)).countedPage, 3);
		expect(await collectRows(pages)).toEqual(numbered(6));
		expect(events).toEqual([]);
	});

	it.each([0, 1])('does not believe a total of %i behind a full page', async (total) => {
		const { pages } = counted(
			answers(
				{ rows: numbered(2), total },
				{ rows: [{ id: 7 }, { id: 8 }], total },
				{ rows: [{ id: 9 }], total },
			),
			2,
		);
		expect(await collectRows(pages)).toHaveLength(5);
	});

	it.each([0, 2])(
		'takes no empty page after %i rows for the end before the total is reached',
		async (count) => {
			const { pages } = counted(answers({ rows: numbered(count), total: 5 }, { rows: [], total: 5 }), 2);
			const reading = collectRows(pages);
			await expect(reading).rejects.toThrow(ResponseInvalidError);
			await expect(reading).rejects.toThrow(`announced 5 rows and stopped after ${count}`);
		},
	);
});

describe('a list that is not counted', () => {
	const uncounted = (...sizes: readonly number[]) => {
		let next = 0;
		const listing = numbered(sizes.reduce((sum, size) => sum + size, 0));
		const fetchPage = async (offset: number) => ({
			rows: listing.slice(offset, offset + sizes[next++]!),
			total: undefined,
		});
		return { ...counted(fetchPage, 3), asked: () => next };
	};

	it.each([
		['that is not full', [3, 3, 2]],
		['that is empty, behind a full one', [3, 3, 0]],
		['that is the first one', [2]],
		['that is the only one, and empty', [0]],
	])('ends with a page %s, and no word of a change', async (_name, sizes) => {
		const { pages, events, asked } = uncounted(...sizes);
		expect(await collectRows(pages)).toHaveLength(sizes.reduce((sum, size) => sum + size, 0));
		expect(events).toEqual([]);
		expect(asked()).toBe(sizes.length);
	});

	it.each([
		['behind the first page', [5, undefined, undefined], 5],
		['before the last page', [undefined, 5, 5], 5],
		['behind one that is not full, which is not the end then', [5, undefined, undefined, undefined], 5],
	])('but for a page: a total that is missing %s has not changed', async (_name, totals, rows) => {
		const sizes = totals.length === 4 ? [2, 1, 1, 1] : [2, 2, 1];
		let next = -1;
		const { pages, events } = counted(async (offset) => {
			next += 1;
			return { rows: numbered(rows).slice(offset, offset + sizes[next]!), total: totals[next] };
		}, 2);
		expect(await collectRows(pages)).toEqual(numbered(rows));
		expect(events).toEqual([]);
	});

	it.each([
		['first', [5, undefined], 2],
		['second', [undefined, 5, undefined], 4],
	])('but for its %s page has to reach the total of that one', async (_name, totals, arrived) => {
		const rows = (index: number) => (index === totals.length - 1 ? [] : page(2 * index, 2 * index + 1));
		const { pages } = counted(answers(...totals.map((total, index) => ({ rows: rows(index), total }))), 2);
		await expect(collectRows(pages)).rejects.toThrow(`announced 5 rows and stopped after ${arrived}`);
	});
});

describe('a total that changes while the list is read', () => {
	it.each<[string, number[][], number[]]>([
		['once when it grows, and the new rows are read', [[0, 1], [2, 3], [4]], [3, 5, 5]],
		['when it shrinks, and the shorter list has an end', [[0, 1], [2]], [5, 3]],
		['when rows go away from under the last page', [[0, 1], []], [3, 2]],
		['when it comes back to where it was', [[0], [1], [2]], [3, 4, 3]],
	])('T26: is told %s', async (_name, numbers, totals) => {
		const given = numbers.map((ids, index) => ({ rows: page(...ids), total: totals[index]! }));
		const { pages, events } = counted(answers(...given), numbers[0]!.length);
		expect(await collectRows(pages)).toEqual(page(...numbers.flat()));
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
