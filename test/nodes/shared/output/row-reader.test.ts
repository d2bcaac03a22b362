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
