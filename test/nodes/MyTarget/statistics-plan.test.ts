import { gunzipSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { myTarget } from '../../platforms/mytarget';
import { FakeClock } from '../../support/fake-clock';
import { loadedAgain, RECIPES } from '../support/recipe';
import { Harness, NODE, expectSameRows, runOnFakeClock } from './harness';
import { DAILY, period, WEEK, statisticsStage } from './statistics-stage';

const stage = statisticsStage();
const { reports, run, rowsOf } = stage;

describe('Report: Plan Slices', () => {
	it('plans without a request for statistics, in items that feed Get Daily', async () => {
		const plan = await rowsOf({ operation: 'planSlices', options: { daysPerRequest: 3 } });
		expect(plan).toHaveLength(9);
		expect(reports()).toEqual([]);
		const rows: object[] = [];
		for (const slice of plan)
			for (const row of await rowsOf({ ...(slice as object), dateRange: 'custom', simplify: false }))
				rows.push(row);
		expectSameRows(rows, stage.sandbox.myTarget.statistics({ objectType: 'campaigns', ...period(WEEK) }));
	});
});

describe.each(RECIPES)('the recipe of %s for failed slices', (page) => {
	it('loads the rest, each row once', async () => {
		const asked = { ...DAILY, objectType: 'ad_plans', options: { daysPerRequest: 3 } };
		const whole = await rowsOf(asked);
		const refusal = { kind: 'status', status: 400 } as const;
		stage.sandbox.faults.add({ path: /statistics/, skip: 1, times: 1, fault: refusal });
		const { sandbox } = stage;
		const { rows, failed, again } = await loadedAgain({ platform: myTarget, sandbox, page }, asked);
		expect(failed).toHaveLength(1);
		expect(again.length).toBeGreaterThan(0);
		expectSameRows([...rows, ...again], whole);
	});
});

describe('refused before any request', () => {
	it.each<[string, INodeParameters, RegExp]>([
		['an empty selection, which is never all', { objectScope: 'selected' }, /^Objects is From List, but/],
		['no metrics', { metrics: [] }, /^Metrics is empty/],
		[
			'days before the documented depth (trap 41)',
			{ dateFrom: '2025-02-28' },
			/^Date From is 2025-02-28, but/,
		],
		[
			'a first day of Since Last Run before it',
			{ dateRange: 'sinceLastRun', initialDateFrom: '2025-02-28' },
			/^Initial Date From is 2025-02-28, but/,
		],
		['more ids than allowed', { options: { idsPerRequest: 201 } }, /^IDs per Request is 201/],
		['an id that is none', { objectScope: 'byId', campaignIdList: '1-2' }, /is no ID/],
	])('%s', async (_name, parameters, message) => {
		const failure: unknown = await run(parameters).catch((error: unknown) => error);
		expect((failure as Error).message).toMatch(message);
		expect(stage.sandbox.requests).toEqual([]);
	});
});

describe('the depth of statistics', () => {
	it('takes its earliest day', async () => {
		await rowsOf({ dateFrom: '2025-03-01', dateTo: '2025-03-01' });
		expect(reports()[0]!.query).toMatchObject({ date_from: '2025-03-01' });
	});

	it('is counted in Moscow, where it is the next day before it is in UTC', async () => {
		const parameters = { ...DAILY, dateFrom: '2025-03-01', dateTo: '2025-03-01' };
		const night = new FakeClock('2026-03-02T21:30:00.000Z');
		await expect(runOnFakeClock(stage.sandbox, parameters, night)).rejects.toThrow(
			'back 366 days, to 2025-03-02',
		);
	});

	it('may be exceeded by a cursor after a long pause, and then the way out is another one', async () => {
		const staticData = {};
		const since = { ...DAILY, dateRange: 'sinceLastRun', initialDateFrom: '2026-02-28' };
		await runOnFakeClock(stage.sandbox, since, undefined, { staticData });
		stage.sandbox.reset();
		const late = new FakeClock('2027-04-01T09:00:00.000Z');
		const error: unknown = await runOnFakeClock(stage.sandbox, since, late, { staticData }).catch(
			(thrown: unknown) => thrown,
		);
		expect(error).toMatchObject({
			message: expect.stringMatching(
				/^Date Range is Since Last Run, which goes on from 2026-02-28, but statistics/,
			),
			description: expect.stringContaining('A new copy of this node, with another Initial Date From'),
		});
		expect(stage.sandbox.requests).toEqual([]);
	});
});

describe('on the engine', () => {
	it('writes all rows into a compressed file', async () => {
		const harness = await Harness.open({ myTarget: { campaigns: 60 } });
		const done = await harness.run({
			...DAILY,
			dateRange: 'last7Days',
			output: 'file',
			options: { compress: true },
		});
		const [item] = done.items(NODE);
		expect(item!.json).toMatchObject({ rows: 420, failedSlices: 0 });
		expect((item!.json.columns as string[]).slice(0, 4)).toEqual(['id', 'date', 'shows', 'clicks']);
		const text = gunzipSync(await done.binary(item!)).toString();
		expect(text.trimEnd().split('\r\n')).toHaveLength(421);
	});
});
