import { describe, expect, it } from '@jest/globals';

import { lookAhead, type Row } from '../../../connector/rows';
import { collectRows, Source } from './chunks';

const rows = (count: number): Row[] => Array.from({ length: count }, (_, n) => ({ n }));
const paged = (count: number, size: number): Row[][] =>
	Array.from({ length: Math.ceil(count / size) }, (_, page) =>
		rows(count).slice(page * size, (page + 1) * size),
	);

describe('lookAhead', () => {
	it.each([
		[0, 1, true],
		[3, 1, true],
		[3, 10, true],
		[4, 1, true],
		[4, 4, true],
		[5, 1, false],
		[5, 3, false],
		[100, 100, false],
	])('sees the first 4 of %i rows in pages of %i, and loses none', async (count, size, ended) => {
		const ahead = await lookAhead(new Source([[], ...paged(count, size), []]), 4);
		expect(ahead.first).toEqual(rows(Math.min(count, 4)));
		expect(ahead.ended).toBe(ended);
		expect(await collectRows(ahead.pages)).toEqual(rows(count));
	});

	it.each([0, 1, 2, 6])('closes the source after %i pages', async (read) => {
		const source = new Source(paged(100, 2));
		const { pages } = await lookAhead(source, 4);
		expect(source.delivered).toBe(3);
		for (let page = 0; page < read; page++) await pages.next();
		await pages.return?.();
		expect(source).toMatchObject({ closed: true, delivered: Math.max(3, read) });
		expect(await pages.next()).toEqual({ value: undefined, done: true });
	});

	it('leaves a source alone that cannot be closed', async () => {
		const left = paged(100, 2);
		const source = {
			[Symbol.asyncIterator]: () => ({
				next: async () => Promise.resolve({ value: left.shift() ?? [], done: left.length === 0 }),
			}),
		};
		const { pages } = await lookAhead(source, 4);
		expect(await pages.return?.()).toEqual({ value: undefined, done: true });
		expect(left).toHaveLength(47);
	});

	it('throws what the source throws', async () => {
		const failure = new Error('reset');
		async function* source() {
			yield rows(1);
			throw failure;
		}
		await expect(lookAhead(source(), 4)).rejects.toBe(failure);
		const { pages } = await lookAhead(source(), 0);
		await expect(collectRows(pages)).rejects.toBe(failure);
	});
});
