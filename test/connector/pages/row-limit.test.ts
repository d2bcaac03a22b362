import { describe, expect, it } from '@jest/globals';

import { noLimit, RowLimit } from '../../../connector/pages';
import { numbered, page } from './listing';

describe('RowLimit', () => {
	it('hands on what fits, then nothing', () => {
		const limit = new RowLimit(5);
		expect([limit.take(numbered(3)), limit.take(numbered(3)), limit.take(page(9))]).toEqual([
			numbered(3),
			numbered(2),
			[],
		]);
		expect(limit.remaining).toBe(0);
		expect(limit.cutOff).toBe(true);
	});

	it('cuts nothing off when the rows fit exactly', () => {
		const limit = new RowLimit(3);
		limit.take(numbered(3));
		limit.take([]);
		expect(limit.remaining).toBe(0);
		expect(limit.cutOff).toBe(false);
	});

	it('knows from others that the platform has more', () => {
		const limit = new RowLimit(3);
		limit.take(numbered(3));
		limit.noteMore();
		expect(limit.cutOff).toBe(true);
	});

	it('has cut nothing off while rows that were read ahead are still to be taken', () => {
		const limit = new RowLimit(3);
		limit.noteMore();
		limit.take(numbered(2));
		expect(limit.cutOff).toBe(false);
		limit.take(numbered(1));
		expect(limit.cutOff).toBe(true);
	});

	it('has places again for what was given back, and is not cut off before they are taken', () => {
		const limit = new RowLimit(3);
		limit.take(numbered(3));
		limit.noteMore();
		limit.giveBack(2);
		expect([limit.remaining, limit.cutOff]).toEqual([2, false]);
		expect(limit.take(numbered(5))).toEqual(numbered(2));
		expect(limit.cutOff).toBe(true);
	});

	it.each([
		['as long as rows are wanted', 7, ['a', 'b', 'c'], false],
		['until none are, and knows of the rest', 4, ['a', 'b'], true],
		['to the last, which uses up the limit', 6, ['a', 'b', 'c'], false],
		['none where none are wanted', 0, [], true],
	])('gives batches %s', (_name, rows, expected, cutOff) => {
		const limit = new RowLimit(rows);
		const given: string[] = [];
		for (const batch of limit.whileWanted(['a', 'b', 'c'])) {
			given.push(batch);
			limit.take(numbered(Math.min(2, limit.remaining)));
		}
		expect(given).toEqual(expected);
		expect(limit.cutOff).toBe(cutOff);
	});

	it('lets everything through without a limit', () => {
		const limit = noLimit();
		const rows = numbered(1000);
		expect(limit.take(rows)).toBe(rows);
		expect(limit.remaining).toBe(Infinity);
		expect(limit.cutOff).toBe(false);
	});
});
