import { describe, expect, it } from '@jest/globals';

import { inARow } from '../../engine';
import { targetAds } from '../../platforms/targetads';
import { shortWaitsInThisFile } from '../../support/of-file';
import { loadedAgain, RECIPES } from '../support/recipe';
import { Harness, jsonOf, NODE, rawReport, runOnFakeClock, sorted } from './harness';

shortWaitsInThisFile();

const PARAMETERS = {
	resource: 'report',
	fields: ['InteractionTime', 'InteractionPlacementId'],
	interactionTypes: ['Click', 'PageView'],
	dateRange: 'custom',
	dateFrom: '2024-01-01',
	dateTo: '2024-01-31',
};

/** Plan Slices, whose items feed Get Raw Data. */
function plannedAndLoaded(harness: Harness, parameters: Record<string, unknown>) {
	const [plan] = harness.workflow({ ...PARAMETERS, ...parameters, operation: 'planSlices' }).nodes;
	const [load] = harness.workflow({
		...PARAMETERS,
		interactionTypes: '={{ $json.interactionTypes }}',
		delivery: parameters.delivery,
		operation: 'getRaw',
		campaignScope: '={{ $json.campaignScope }}',
		campaignIds: '={{ $json.campaignIds }}',
		dateFrom: '={{ $json.dateFrom }}',
		dateTo: '={{ $json.dateTo }}',
		returnAll: true,
		options: { pollInterval: 1 },
	}).nodes;
	return { nodes: [{ ...plan!, name: 'Plan' }, load!], connections: inARow('Plan', NODE) };
}

describe('Report: Plan Slices', () => {
	const harness = Harness.ofFile({ targetAds: { placements: 45, rowsPerCell: 1 } });

	it.each(['all', 'accessible', 'active', 'selected'])(
		'gives slices that together load what one Get Raw Data loads: %s',
		async (campaignScope) => {
			const campaignIds = harness.sandbox.targetAds.accessibleIds.slice(3, 20).map(String);
			const scope = { campaignScope, campaignIds };
			const run = await harness.runWorkflow(plannedAndLoaded(harness, scope));
			expect(run.error).toBeUndefined();
			const atOnce = await harness.rows({ ...PARAMETERS, ...scope, operation: 'getRaw', returnAll: true });
			expect(sorted(run.json(NODE))).toEqual(sorted(atOnce));
			expect(atOnce.length).toBeGreaterThan(0);
		},
	);

	it('sends no report request, and gives every slice whatever a list would be limited to', async () => {
		const rows = await harness.rows({
			...PARAMETERS,
			operation: 'planSlices',
			campaignScope: 'accessible',
			options: { idsPerRequest: 1 },
		});
		expect(rows).toHaveLength(5 * 45);
		expect(harness.sandbox.requests.map(({ path }) => path)).toEqual(['/v1/meta/campaigns']);
		expect(rows[0]).toEqual({
			resource: 'report',
			operation: 'getRaw',
			campaignScope: 'selected',
			campaignIds: [String(harness.sandbox.targetAds.placements[0]!.placement_id)],
			dateFrom: '2024-01-01',
			interactionTypes: ['Click', 'PageView'],
			dateTo: '2024-01-07',
			index: 0,
			count: 225,
		});
	});

	it('plans jobs by 3 days and interaction type (T8), which load the same rows', async () => {
		const recent = { delivery: 'job', dateFrom: '2026-03-01', dateTo: '2026-03-05' };
		const own = await Harness.open({
			now: () => Date.parse('2026-03-20T09:00:00Z'),
			targetAds: { placements: 5, jobPolls: 0 },
		});
		const run = await own.runWorkflow(plannedAndLoaded(own, recent), {
			parameters: { [NODE]: recent },
		});
		expect(run.error).toBeUndefined();
		expect(
			run.json('Plan').map(({ dateFrom, dateTo, interactionTypes }) => [dateFrom, dateTo, interactionTypes]),
		).toEqual([
			['2026-03-01', '2026-03-03', ['Click']],
			['2026-03-01', '2026-03-03', ['PageView']],
			['2026-03-04', '2026-03-05', ['Click']],
			['2026-03-04', '2026-03-05', ['PageView']],
		]);
	});

	it('does not take Since Last Run, for it delivers nothing', async () => {
		const run = await harness.run({ ...PARAMETERS, operation: 'planSlices', dateRange: 'sinceLastRun' });
		expect(run.error?.message).toMatch(/Since Last Run/);
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('says so when the account has no campaigns', async () => {
		const own = await Harness.open({ targetAds: { placements: 0 } });
		const run = await own.run({ ...PARAMETERS, operation: 'planSlices', campaignScope: 'accessible' });
		expect(run.json(NODE)).toEqual([]);
		expect(run.hints(NODE).join(' ')).toContain('no campaigns');
	});
});

describe.each(RECIPES)('the recipe of %s for failed slices', (page) => {
	const harness = Harness.ofFile({
		now: () => Date.parse('2026-03-20T09:00:00Z'),
		targetAds: { placements: 5, jobPolls: 0 },
	});
	const types = ['Click', 'PageView'];
	const report = rawReport(['InteractionTime', 'InteractionType'], types, '2026-03-01', '2026-03-05');

	it.each([
		['direct', 'accessible', /v1\/reports/, { daysPerRequest: 2 }],
		['direct', 'all', /v1\/reports/, { daysPerRequest: 1 }],
		['job', 'all', /v2\/reports/, { pollInterval: 1 }],
		['job', 'accessible', /v2\/reports/, { pollInterval: 1, idsPerRequest: 3 }],
	])('loads the rest, each row once: %s, campaigns %s', async (delivery, campaignScope, path, options) => {
		const { sandbox } = harness;
		const asked = { ...report, delivery, campaignScope, options: { ...options, maxConcurrency: 1 } };
		const whole = jsonOf((await runOnFakeClock(sandbox, asked)).items);
		const refusal = { kind: 'status', status: 400 } as const;
		sandbox.faults.add({ path, method: 'POST', skip: 1, times: 1, fault: refusal });
		const { rows, failed, again } = await loadedAgain({ platform: targetAds, sandbox, page }, asked);
		expect(failed).toHaveLength(1);
		expect(again.length).toBeGreaterThan(0);
		expect(sorted([...rows, ...again])).toEqual(sorted(whole));
	});
});
