import { describe, expect, it } from '@jest/globals';

import { declared, jsonOf, run } from '../fake-platform';

const text = { description: 'Plan it', action: 'Plan it' };

/** A report by days and ids, one of each in a slice. */
const reportOf = (ids: number) =>
	declared({
		limits: {
			days: [{ default: 1, maximum: 1, description: '' }],
			ids: { default: 1, maximum: 1, what: 'campaign' },
			concurrency: { default: 1, maximum: 1 },
			holdRows: 1,
		},
		ids: async () => Promise.resolve(Array.from({ length: ids }, (_, index) => String(index + 1))),
		scope: ({ ids: [id] = [] }) => ({ id }),
	});

const from = (dateFrom: string) => ({
	parameters: [{ dateRange: 'custom', dateFrom, dateTo: '2026-03-01' }],
});
const plan = async (ids: number, dateFrom: string) => run(reportOf(ids).plan(text), from(dateFrom));

describe('Plan Slices', () => {
	it('gives an item for each slice', async () => {
		const { outputs } = await plan(2, '2026-02-28');
		const slice = { resource: 'report', operation: 'do', count: 4 };
		expect(jsonOf(outputs[0])).toEqual([
			{ ...slice, id: '1', dateFrom: '2026-02-28', dateTo: '2026-02-28', index: 0 },
			{ ...slice, id: '2', dateFrom: '2026-02-28', dateTo: '2026-02-28', index: 1 },
			{ ...slice, id: '1', dateFrom: '2026-03-01', dateTo: '2026-03-01', index: 2 },
			{ ...slice, id: '2', dateFrom: '2026-03-01', dateTo: '2026-03-01', index: 3 },
		]);
	});

	it('refuses more of them than n8n can hold, and says what helps', async () => {
		await expect(plan(10_000, '2000-01-01')).rejects.toMatchObject({
			message: expect.stringContaining('Date Range makes 95,570,000 slices'),
			description: expect.stringContaining('Options > Days per Request, IDs per Request'),
		});
	});

	it('takes as many as n8n can hold: slices and their ids', async () => {
		const counting = reportOf(500).onSlices({ ...text, name: 'Do', value: 'do' }, (_run, { slices }) => [
			[{ count: slices.length }],
		]);
		const { outputs } = await run(counting, from('2023-06-06'));
		expect(jsonOf(outputs[0])).toEqual([{ count: 500_000 }]);
		await expect(run(counting, from('2023-06-05'))).rejects.toThrow('more than n8n can hold');
	});
});
