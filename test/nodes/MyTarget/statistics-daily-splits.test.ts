import { describe, expect, it } from '@jest/globals';

import { answer, failing, jsonOf, expectSameRows } from './harness';
import { period, WEEK, statisticsStage } from './statistics-stage';

const stage = statisticsStage();
const { reports, run, campaignIds } = stage;

describe('Report: Get Daily, when the platform refuses', () => {
	it('a refusal of the size splits by days, and no row is lost or doubled (trap 42)', async () => {
		const body = JSON.stringify({ error: { code: 'ERR_LIMIT_EXCEEDED', message: 'too many dates' } });
		stage.sandbox.faults.add({
			path: '/api/v2/statistics/campaigns/day.json',
			skip: 1,
			times: 1,
			fault: answer(400, body),
		});
		const { items, hints } = await run({ simplify: false, options: { maxConcurrency: 1 } });
		expectSameRows(
			jsonOf(items),
			stage.sandbox.myTarget.statistics({ objectType: 'campaigns', ...period(WEEK) }),
		);
		expect(hints.join(' ')).toContain('1 part cut in half');
		expect(reports().map(({ query }) => `${query.date_from} ${query.date_to}`)).toContain(
			'2026-02-23 2026-02-26',
		);
	});

	it('two dead ids among 450 are found and told, and all others delivered', async () => {
		const dead = [stage.sandbox.myTarget.deadId, stage.sandbox.myTarget.deadId + 1].map(String);
		const { items, failedSlices, hints } = await run({
			objectScope: 'selected',
			campaignIds: [...campaignIds().map(String), ...dead],
			simplify: false,
			options: { onSliceFailure: 'continue', daysPerRequest: 4 },
		});
		expectSameRows(
			jsonOf(items),
			stage.sandbox.myTarget.statistics({ objectType: 'campaigns', ...period(WEEK) }),
		);
		const failed = jsonOf(failedSlices);
		expect(failed.map(({ campaignIds, dateFrom }) => [campaignIds, dateFrom])).toEqual([
			[[dead[0]], '2026-02-23'],
			[[dead[1]], '2026-02-23'],
			[[dead[0]], '2026-02-27'],
			[[dead[1]], '2026-02-27'],
		]);
		expect(failed[0]).toMatchObject({
			resource: 'report',
			operation: 'getDaily',
			objectType: 'campaigns',
			objectScope: 'selected',
			error: { kind: 'not-found', status: 400, message: expect.stringContaining('WRONG_CAMPAIGNS') },
		});
		expect(hints.join(' ')).toContain('4 failed slices');
		// Never by days: one day less makes a dead id no more alive.
		expect(new Set(reports().map(({ query }) => query.date_from)).size).toBe(2);
	});

	it('a list of dead ids fails as a whole, without a request or two for each', async () => {
		const dead = Array.from({ length: 200 }, (_none, index) => String(stage.sandbox.myTarget.deadId + index));
		const selected = { objectScope: 'byId', campaignIdList: dead.join(',') };
		const options = { onSliceFailure: 'continue', daysPerRequest: 4, maxConcurrency: 1 };
		const { items, failedSlices } = await run({ ...selected, options });
		expect(items).toEqual([]);
		expect(jsonOf(failedSlices).map(({ campaignIds }) => campaignIds)).toEqual([dead, dead]);
		expect(reports().length).toBeLessThan(90);
	});

	it('living ids in the middle of many dead ones are delivered', async () => {
		const dead = Array.from({ length: 96 }, (_none, index) => String(stage.sandbox.myTarget.deadId + index));
		const ids = campaignIds().slice(0, 20);
		const list = [...dead.slice(0, 48), ...ids.map(String), ...dead.slice(48)];
		const { items, failedSlices } = await run({
			objectScope: 'byId',
			campaignIdList: list.join(','),
			simplify: false,
			options: { onSliceFailure: 'continue' },
		});
		expect(new Set(jsonOf(items).map(({ id }) => id))).toEqual(new Set(ids));
		expect(failedSlices).toHaveLength(96);
	});

	it('two dead ids of ten, one in each half, are found', async () => {
		const ids = campaignIds().slice(0, 8).map(String);
		const { deadId } = stage.sandbox.myTarget;
		const list = [String(deadId), ...ids, String(deadId + 1)];
		const { items, failedSlices } = await run({
			objectScope: 'byId',
			campaignIdList: list.join(','),
			options: { onSliceFailure: 'continue' },
		});
		expect(items).toHaveLength(8 * 7);
		expect(jsonOf(failedSlices).map(({ campaignIds }) => campaignIds)).toEqual([
			[String(deadId)],
			[String(deadId + 1)],
		]);
	});

	it('without Continue a dead id stops the node and says what to do', async () => {
		const failure: unknown = await run({
			objectScope: 'selected',
			campaignIds: [String(stage.sandbox.myTarget.deadId)],
		}).catch((error: unknown) => error);
		expect(failure).toMatchObject(failing('not-found', 'WRONG_CAMPAIGNS', 'On Slice Failure'));
		expect(reports()).toHaveLength(1);
	});

	it('a time-out of what cannot be halved is asked for again', async () => {
		const [id] = campaignIds().map(String);
		stage.sandbox.faults.add({
			path: '/api/v2/statistics/campaigns/day.json',
			times: 1,
			fault: { kind: 'status', status: 408 },
		});
		const day = { dateFrom: WEEK.dateTo, dateTo: WEEK.dateTo };
		const one = { objectScope: 'selected', campaignIds: [id] };
		const { items, hints } = await run({ ...day, ...one, simplify: false });
		expect(items).toHaveLength(1);
		expect(reports()).toHaveLength(2);
		expect(hints.join(' ')).not.toContain('split');
	});
});
