import { describe, expect, it } from '@jest/globals';

import { declared, jsonOf, run } from '../fake-platform';

const text = { description: 'Plan it', action: 'Plan it' };

/** Plan Slices of a report by days and ids, one of each in a slice. */
function plan(ids: number, dateFrom: string) {
	const operation = declared({
		limits: {
			days: [{ default: 1, maximum: 1, description: '' }],
			ids: { default: 1, maximum: 1, what: 'campaign' },
			concurrency: { default: 1, maximum: 1 },
			holdRows: 1,
		},
		ids: async () => Promise.resolve(Array.from({ length: ids }, (_, index) => String(index + 1))),
		scope: ({ ids: [id] = [] }) => ({ id }),
	}).plan(text);
	return run(operation, { parameters: [{ dateRange: 'custom', dateFrom, dateTo: '2026-03-01' }] });
}

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
});
