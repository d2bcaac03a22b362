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

	it('lets everything through without a limit', () => {
		const limit = noLimit();
		const rows = numbered(1000);
		expect(limit.take(rows)).toBe(rows);
		expect(limit.remaining).toBe(Infinity);
		expect(limit.cutOff).toBe(false);
	});
});
