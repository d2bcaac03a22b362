import { describe, expect, it } from '@jest/globals';

import { listIn, singleRow } from '../../../../nodes/shared/request/answer-rows';

describe('the list in an answer', () => {
	it.each([
		[[{ a: 1 }], [{ a: 1 }], {}],
		[[], [], {}],
		[[1, null, ['x'], 'y'], [{ value: 1 }, { value: null }, { value: ['x'] }, { value: 'y' }], {}],
		[{ items: [{ a: 1 }], count: 1 }, [{ a: 1 }], { items: [{ a: 1 }], count: 1 }],
		[{ items: null, rows: [7] }, [{ value: 7 }], { items: null, rows: [7] }],
	])('%j is found', (answer, rows, beside) => {
		expect(listIn(answer, ['items', 'rows'])).toEqual({ rows, beside });
	});

	it.each([undefined, null, 'text', 7, {}, { others: [1] }, { items: {} }])('%j has none', (answer) => {
		expect(listIn(answer, ['items', 'rows'])).toBeUndefined();
	});
});

it.each([
	[undefined, { success: true }],
	[null, { success: true }],
	[{ a: 1 }, { a: 1 }],
	['text', { value: 'text' }],
	[0, { value: 0 }],
])('%j is one row: %j', (answer, row) => {
	expect(singleRow(answer)).toEqual(row);
});
