import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { answer, failureOf, jsonOf } from './harness';
import { REPORT, reportStage } from './report-stage';

const { harness, orders, run, truth } = reportStage();

const failure = async (changes: INodeParameters = {}) =>
	(await failureOf(run(changes))) as { message: string; context: { kind: string } } | undefined;

/** So many months that end with the day before each asked for by itself. */
function truthByMonth(months: number): object[] {
	return Array.from({ length: months }, (_, index) => {
		const from = new Date(Date.UTC(2026, 2 - months + index, 2));
		const to = new Date(Date.UTC(2026, 3 - months + index, 1));
		return truth({ dateFrom: from.toISOString().slice(0, 10), dateTo: to.toISOString().slice(0, 10) });
	}).flat();
}

describe('Report: Get', () => {
	it('orders, polls and gives rows as objects, signed with Authorization: OAuth whatever the credential says', async () => {
		const { items } = await run();
		expect(jsonOf(items)).toEqual(truth());
		expect(items.length).toBeGreaterThan(25);
		for (const { headers } of harness.sandbox.requests) {
			expect(headers.authorization).toBe(`OAuth ${harness.sandbox.adfox.token}`);
			expect(headers).not.toHaveProperty('x-yandex-api-key');
		}
		expect(harness.sandbox.requests[0]).toMatchObject({
			path: '/v2/reports',
			body: {
				metrics: REPORT.metrics,
				dimensions: ['date'],
				filters: [],
				dateRange: { from: '2026-01-01', to: '2026-01-31' },
				limit: 1_000_000,
			},
		});
	});

	it('orders 3 years in windows of 365 days, each day once, at most 3 reports at a time', async () => {
		const { items } = await run({ dateFrom: '2023-03-02', dateTo: '2026-03-01' });
		expect(orders().map(({ dateRange }) => dateRange)).toEqual([
			{ from: '2023-03-02', to: '2024-02-29' },
			{ from: '2024-03-01', to: '2025-02-28' },
			{ from: '2025-03-01', to: '2026-02-28' },
			{ from: '2026-03-01', to: '2026-03-01' },
		]);
		const days = jsonOf(items).map(({ date }) => String(date));
		expect(jsonOf(items)).toEqual(truthByMonth(36));
		expect(new Set(days).size).toBe(days.length);
		expect(days.length).toBeGreaterThan(800);
		let open = 0;
		let most = 0;
		for (const { method, path } of harness.sandbox.requests) {
			if (method === 'POST') open += 1;
			most = Math.max(most, open);
			if (path.endsWith('/result')) open -= 1;
		}
		expect(most).toBe(3);
	});

	it('splits a report that has as many rows as ADFOX gives at most', async () => {
		const rows = Array.from({ length: 1_000_000 }, () => ['2026-01-01']);
		const body = JSON.stringify({ result: { columns: [{ name: 'date', type: 'string' }], rows } });
		harness.sandbox.faults.add({ path: /\/result$/, times: 1, fault: answer(200, body) });
		const { items, hints } = await run();
		expect(jsonOf(items)).toEqual(truth());
		expect(orders().map(({ dateRange }) => dateRange)).toEqual([
			{ from: '2026-01-01', to: '2026-01-31' },
			{ from: '2026-01-01', to: '2026-01-16' },
			{ from: '2026-01-17', to: '2026-01-31' },
		]);
		expect(hints.join(' ')).toContain('1 part cut in half');
	}, 60_000);

	it('never cuts what has no day in its rows', async () => {
		const rows = Array.from({ length: 1_000_000 }, () => [1]);
		const body = JSON.stringify({ result: { columns: [{ name: 'clicks_total', type: 'integer' }], rows } });
		harness.sandbox.faults.add({ path: /\/result$/, fault: answer(200, body) });
		const error = await failure({ dimensions: ['campaign_id'] });
		expect(error?.message).toContain('1,000,000 rows, the most that ADFOX gives at once');
		expect(orders()).toHaveLength(1);
	}, 60_000);

	it.each([
		['FAILURE', '(FAILURE): Unexpected error; UNKNOWN_ERROR.'],
		['EXPIRED', '(EXPIRED)'],
		['SOMETHING_NEW', 'unknown state "SOMETHING_NEW"'],
	])('trap 7.4, 5: tells the state %s, once', async (status, words) => {
		harness.sandbox.faults.add({
			path: '/v2/reports',
			method: 'POST',
			fault: { kind: 'job-status', status },
		});
		const error = await failure();
		expect(error?.message).toContain(words);
		expect(orders()).toHaveLength(1);
	});

	it('collects a window that fails, and keeps the rows of the others', async () => {
		const fault = { kind: 'job-status', status: 'FAILURE' } as const;
		harness.sandbox.faults.add({ path: '/v2/reports', method: 'POST', skip: 1, times: 1, fault });
		const { items, failedSlices } = await run({
			options: { onSliceFailure: 'continue', daysPerRequest: 10, maxConcurrency: 1 },
		});
		const kept = truth().filter(({ date }) => String(date) < '2026-01-11' || String(date) > '2026-01-20');
		expect(jsonOf(items)).toEqual(kept);
		expect(jsonOf(failedSlices)).toEqual([
			expect.objectContaining({
				...{ resource: 'report', operation: 'get', level: 'owner', index: 1, count: 4 },
				...{ dateFrom: '2026-01-11', dateTo: '2026-01-20' },
			}),
		]);
	});

	it('whose result is gone is told as that, and not as a wrong Base URL', async () => {
		const body = JSON.stringify({ error: { code: 'TASK_NOT_FOUND', message: 'Task not found' } });
		harness.sandbox.faults.add({ path: /\/result$/, fault: answer(404, body) });
		const gone = (await failureOf(run())) as { message: string; description: string };
		expect(gone.message).toContain('Task not found [TASK_NOT_FOUND] (404)');
		expect(gone.description).toContain('Check the ID');
	});

	it('sends filters, and the owner that advertisers need', async () => {
		const campaign = String(harness.sandbox.adfox.campaigns[0]!.ID);
		const values = [{ field: 'campaign_id', operator: 'eq', value: campaign }];
		const { items } = await run({ filters: { conditions: { values } }, options: { ownerId: '5' } });
		expect(orders()[0]).toMatchObject({ filters: values, ownerId: 5 });
		expect(jsonOf(items)).toEqual(truth({ filters: values }));
	});

	it('takes a condition from an expression that names no operator for one of equality', async () => {
		const values = [{ field: ' campaign_id ', value: '5' }] as INodeParameters[];
		await run({ filters: { conditions: { values } } });
		expect(orders()[0]).toMatchObject({ filters: [{ field: 'campaign_id', operator: 'eq', value: '5' }] });
	});

	it('refuses an operator from an expression that is no text', async () => {
		const values = [{ field: 'campaign_id', operator: 7, value: '5' }] as INodeParameters[];
		expect((await failure({ filters: { conditions: { values } } }))?.message).toBe(
			'Operator is "7", which is no text.',
		);
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('asks for no more rows than wanted', async () => {
		const { items, hints } = await run({ returnAll: false, limit: 7 });
		expect(items).toHaveLength(7);
		expect(orders().map(({ limit }) => limit)).toEqual([7]);
		expect(hints.join(' ')).toContain('limit of 7 rows');
	});
});
