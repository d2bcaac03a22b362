import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { cutIds } from '../../../connector/slices';

// Few different ones, so that repeats are the rule.
const idLists = fc.array(fc.nat(30).map(String), { maxLength: 80 });

describe('cutIds', () => {
	it('S3: ids beyond the first ten are in further batches', () => {
		const ids = Array.from({ length: 25 }, (_, index) => String(index));
		expect(cutIds(ids, 10)).toEqual([ids.slice(0, 10), ids.slice(10, 20), ids.slice(20)]);
	});

	it('fills the last batch exactly', () => {
		expect(cutIds(['1', '2', '3', '4'], 2)).toEqual([
			['1', '2'],
			['3', '4'],
		]);
	});

	it('drops repeats before it counts', () => {
		expect(cutIds(['3', '1', '3', '2', '1'], 2)).toEqual([['3', '1'], ['2']]);
	});

	it('keeps all ids together at 0', () => {
		expect(cutIds(['3', '1', '3', '2'], 0)).toEqual([['3', '1', '2']]);
	});

	it.each([0, 1, 10])('T22: no ids make no batch, at %i per batch', (size) => {
		expect(cutIds([], size)).toEqual([]);
	});

	it('takes ids as text: 07 is not 7, and a long one keeps its digits', () => {
		expect(cutIds(['7', '07', '9007199254740993', '9007199254740992'], 10)).toEqual([
			['7', '07', '9007199254740993', '9007199254740992'],
		]);
	});

	it('gives each id once, in its order, in batches that are never empty and never too large', () => {
		fc.assert(
			fc.property(idLists, fc.integer({ min: 1, max: 12 }), (ids, size) => {
				const batches = cutIds(ids, size);
				expect(batches.flat()).toEqual(ids.filter((id, index) => ids.indexOf(id) === index));
				expect(batches.every((batch) => batch.length >= 1 && batch.length <= size)).toBe(true);
				expect(batches.slice(0, -1).every((batch) => batch.length === size)).toBe(true);
			}),
		);
	});
});
