import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { RowReader } from '../../../../nodes/shared/output/row-reader';
import { pagesOf, rows } from '../fake-platform';

describe('RowReader', () => {
	it('gives every row once, in pieces of the wanted size, whatever the pages', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.nat({ max: 7 }), { maxLength: 10 }),
				fc.integer({ min: 1, max: 9 }),
				async (sizes, wanted) => {
					let from = 0;
					const pages = sizes.map((size) => {
						from += size;
						return rows(size, from - size);
					});
					const reader = new RowReader(pagesOf(pages));
					const read = [];
					for (
						let piece = await reader.next(wanted);
						piece !== undefined;
						piece = await reader.next(wanted)
					) {
						expect(piece.length).toBeGreaterThan(0);
						expect(piece.length).toBeLessThanOrEqual(wanted);
						read.push(piece);
					}
					expect(read.flat()).toEqual(rows(from));
					await expect(reader.hasMore()).resolves.toBe(false);
				},
			),
		);
	});

	it('hands on a page as it is where it is wanted as a whole, and what is left of one', async () => {
		const pages = [rows(3), rows(3, 3), rows(3, 6)];
		const reader = new RowReader(pagesOf(pages));
		expect(await reader.next(3)).toBe(pages[0]);
		expect(await reader.next(4)).toBe(pages[1]);
		expect(await reader.next(1)).toEqual(rows(1, 6));
		expect(await reader.next(9)).toEqual(rows(2, 7));
		expect(await reader.next(9)).toBeUndefined();
	});

	it('closes a source that knows no closing', async () => {
		const next = () => Promise.resolve({ done: true as const, value: undefined });
		await expect(
			new RowReader({ [Symbol.asyncIterator]: () => ({ next }) }).close(),
		).resolves.toBeUndefined();
	});

	it('closes its source, once', async () => {
		const log: string[] = [];
		async function* source() {
			try {
				yield rows(3);
				yield rows(3);
			} finally {
				log.push('closed');
			}
		}
		const reader = new RowReader(source());
		await reader.next(1);
		await reader.close();
		await reader.close();
		expect(log).toEqual(['closed']);
	});
});
