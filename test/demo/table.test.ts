import { describe, expect, it } from '@jest/globals';

import { table } from './table';

describe('table', () => {
	it('aligns text to the left and numbers to the right', () => {
		const rows = [
			{ name: 'Диваны', clicks: 5, note: null },
			{ name: 'b', clicks: 1234, note: { deep: true } },
		];
		expect(table(rows, 100)).toEqual([
			'name    clicks  note',
			'------  ------  -------------',
			'Диваны       5',
			'b         1234  {"deep":true}',
		]);
	});

	it('takes the columns of all rows and names those that do not fit', () => {
		expect(table([{ first: 'a' }, { second: 'b', third: 'c' }], 28)).toEqual([
			'first  second  third',
			'-----  ------  -----',
			'a',
			'       b       c',
		]);
		expect(table([{ first: 'a', second: 'b', third: 'c' }], 18)).toEqual([
			'first  second',
			'-----  ------',
			'a      b',
			'(and 1 column: ...',
		]);
	});

	it('cuts long cells and puts them on one line', () => {
		const lines = table([{ text: `a\nb ${'x'.repeat(50)}` }], 100);
		expect(lines[2]).toBe(`a b ${'x'.repeat(25)}...`);
	});

	it('is empty without columns', () => {
		expect(table([], 100)).toEqual([]);
	});
});
