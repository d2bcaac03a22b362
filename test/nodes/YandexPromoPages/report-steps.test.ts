import { describe, expect, it } from '@jest/globals';

import { answer, failing, jsonOf, NODE, runOnFakeClock, sorted } from './harness';
import { ORDER, REPORT, reportStage } from './report-stage';

const { attempt, harness, lines, orders, publisherId, truth } = reportStage();

describe('Report: Order, Fetch and Plan Slices', () => {
	it('orders without waiting and fetches later', async () => {
		const created = (await attempt({ operation: 'create' })).json(NODE);
		expect(created).toHaveLength(3);
		expect(created[0]).toMatchObject({
			reportId: expect.any(String),
			publisherId: publisherId(),
			index: 0,
			count: 3,
			...{ dateFrom: '2026-01-01' },
		});
		const rows: object[] = [];
		for (const { reportId } of created) {
			const fetched = () =>
				harness.rows({ resource: 'report', operation: 'fetch', reportId, returnAll: true });
			expect(await fetched()).toEqual([{ reportId, ready: false }]);
			expect(await fetched()).toEqual([{ reportId, ready: false }]);
			for (const row of await fetched()) rows.push(row);
		}
		expect(sorted(rows)).toEqual(sorted(lines()));
	});

	it('tells which reports had been ordered when a later order fails', async () => {
		harness.sandbox.faults.add({ path: ORDER, skip: 1, fault: { kind: 'status', status: 500 } });
		const run = await attempt({ operation: 'create' });
		expect(run.error?.message).toMatch(/Reports that had been ordered before: \S+\.$/);
	});

	it('orders nothing with Retry On Fail, which would order it all again', async () => {
		const run = await attempt({ operation: 'create' }, { retryOnFail: true, maxTries: 2 });
		expect(run.error?.message).toContain('Retry On Fail is on');
		expect(harness.sandbox.requests).toEqual([]);
	});

	it.each(['get', 'planSlices'])('%s may be run again with Retry On Fail', async (operation) => {
		const days = { dateFrom: '2099-01-01', dateTo: '2099-01-01' };
		const run = await attempt({ operation, ...days }, { retryOnFail: true, maxTries: 2 });
		expect(run.error?.message ?? '').not.toContain('Retry On Fail');
	});

	it('plans without ordering, in items that feed Get', async () => {
		const plan = (await attempt({ operation: 'planSlices', options: { daysPerRequest: 4 } })).json(NODE);
		expect(plan).toHaveLength(6);
		expect(orders()).toEqual([]);
		const rows: object[] = [];
		for (const slice of plan) {
			const { items } = await runOnFakeClock(harness.sandbox, { ...REPORT, ...slice, dateRange: 'custom' });
			for (const row of jsonOf(items)) rows.push(row);
		}
		expect(sorted(rows)).toEqual(sorted(truth()));
	});

	it('says so when a report is gone', async () => {
		const run = await harness.run({ resource: 'report', operation: 'fetch', reportId: 'gone' });
		expect(run.error).toMatchObject(failing('not-found', 'It was asked for report gone.', '30 days'));
		// The form of errors is not documented (3.1), so this one may come in any.
		harness.sandbox.faults.add({ path: /^\/reports/, fault: answer(404, { errors: ['no such report'] }) });
		const other = await harness.run({ resource: 'report', operation: 'fetch', reportId: 'gone' });
		expect(other.error).toMatchObject(failing('not-found', 'for report gone.', '30 days'));
	});
});
