import { expect } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

const ABOVE = {
	account: ['account'],
	campaign: ['account', 'campaign'],
	ad_group: ['account', 'campaign', 'ad_group'],
	ad: ['account', 'campaign', 'ad_group', 'ad'],
} as const;

export type Level = keyof typeof ABOVE;

type Sums = Record<'impressions' | 'clicks' | 'spend' | 'conversions', number | null>;

/** The columns, their order and types, and a key for each row, which are the same on all platforms. */
export function expectTable(rows: readonly IDataObject[], platform: string, level: Level): void {
	const names = ABOVE[level].flatMap((object) => [`${object}_id`, `${object}_name`]);
	const counts = ['impressions', 'clicks', 'spend', 'currency', 'conversions'];
	expect(rows.length).toBeGreaterThan(0);
	for (const row of rows) {
		expect(Object.keys(row)).toEqual(['date_day', 'platform', ...names, ...counts, 'row_key']);
		expect(row.date_day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
		for (const column of [...names, 'currency'])
			expect([column, row[column] === null || typeof row[column] === 'string']).toEqual([column, true]);
		for (const column of ['impressions', 'clicks', 'spend', 'conversions'])
			expect([column, row[column] === null || typeof row[column] === 'number']).toEqual([column, true]);
		expect(row.platform).toBe(platform);
	}
	expect(new Set(rows.map(({ row_key: key }) => key)).size).toBe(rows.length);
}

/** By what the sandbox has itself; a column that no row has is null. */
export function expectSums(rows: readonly IDataObject[], expected: Sums): void {
	const sumOf = (column: keyof Sums) => {
		const values = rows.map((row) => row[column]).filter((value) => value !== null);
		return values.length === 0 ? null : values.reduce<number>((sum, value) => sum + Number(value), 0);
	};
	for (const column of ['impressions', 'clicks', 'spend', 'conversions'] as const) {
		const sum = sumOf(column);
		if (expected[column] === null || sum === null) expect([column, sum]).toEqual([column, expected[column]]);
		else expect(sum).toBeCloseTo(expected[column], 4);
	}
}

export function total(rows: Iterable<object>, valueOf: (row: Record<string, unknown>) => unknown): number {
	let sum = 0;
	for (const row of rows) sum += Number(valueOf(row as Record<string, unknown>) ?? 0);
	return sum;
}
