import { describe, expect, it } from '@jest/globals';

import { ResponseInvalidError } from '../../../connector/errors';
import { cursorPages, noLimit } from '../../../connector/pages';
import { collect, collectRows } from '../rows/chunks';
import { answers, Listing, numbered, page } from './listing';

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
});
