import { describe, expect, it } from '@jest/globals';

import type { INodeParameters } from 'n8n-workflow';

import { answer, byId, jsonOf } from './harness';
import { reportStage } from './report-stage';

const { harness, orders, run, savedReport, truth } = reportStage();

describe('a saved report', () => {
	it('is ordered with its level, and without columns', async () => {
		const saved = await savedReport();
		harness.sandbox.reset();
		const reportName = String(saved.name);
		const { items } = await run({ reportName: byId(reportName), metrics: [] });
		expect(harness.sandbox.requests[0]).toMatchObject({
			path: `/v2/reports/${reportName}`,
			body: { level: 'owner', dateRange: { from: '2026-01-01', to: '2026-01-31' } },
		});
		expect(Object.keys(orders()[0]!).sort()).toEqual(['dateRange', 'level']);
		expect(jsonOf(items)).toEqual(truth({ reportName, metrics: undefined, dimensions: undefined }));
	});

	it('is what its parts and failed slices name, and nothing else is', async () => {
		const parts = async (changes: INodeParameters) =>
			jsonOf((await run({ operation: 'planSlices', ...changes })).items);
		expect(await parts({ reportName: byId('days') })).toEqual([
			expect.objectContaining({ reportName: 'days' }),
		]);
		expect(await parts({})).toEqual([expect.not.objectContaining({ reportName: expect.anything() })]);
		harness.sandbox.faults.add({ path: /\/result$/, fault: answer(500, '{}') });
		const options = { onSliceFailure: 'continue', maxRetries: 0 };
		const { failedSlices } = await run({ reportName: byId('days'), options });
		expect(jsonOf(failedSlices)).toEqual([expect.objectContaining({ reportName: 'days' })]);
	});

	it('is ordered with all that its options say', async () => {
		const options = { objectId: '7', ownerId: '5' };
		await run({ level: 'campaign', reportName: byId('days'), options });
		expect(orders()).toEqual([
			{ level: 'campaign', objectId: 7, ownerId: 5, dateRange: { from: '2026-01-01', to: '2026-01-31' } },
		]);
	});
});
