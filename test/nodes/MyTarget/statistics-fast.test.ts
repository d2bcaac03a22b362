import { describe, expect, it } from '@jest/globals';

import { answer, jsonOf, expectSameRows } from './harness';
import { DAILY, period, WEEK, statisticsStage } from './statistics-stage';

const stage = statisticsStage();
const { idsAsked, run, rowsOf, campaignIds } = stage;

describe('Report: Get Fast', () => {
	it('gives one row per object and minute, in Moscow time (traps 17, 51)', async () => {
		const ids = campaignIds().slice(0, 2);
		const selected = { objectScope: 'selected', campaignIds: ids.map(String) };
		const rows = await rowsOf({ operation: 'getFast', ...selected });
		const truth = stage.sandbox.myTarget.fast({ objectType: 'campaigns', ids });
		expect(rows).toHaveLength(120);
		const [first] = truth;
		expect(rows[59]).toEqual({
			id: ids[0],
			minute: new Date(first!.timestamp * 1000 + 3 * 3_600_000).toISOString().slice(0, 19).replace('T', ' '),
			timestamp: first!.timestamp,
			clicks: first!.minutely.clicks[59],
			shows: first!.minutely.shows[59],
		});
		expect(rows[0]).toMatchObject({ timestamp: first!.timestamp - 59 * 60 });
		const raw = await rowsOf({ operation: 'getFast', ...selected, simplify: false });
		expect(raw).toEqual(truth);
	});

	it.each(['users', 'banners', 'ad_plans', 'ad_groups'] as const)(
		'knows %s under the key of the answer',
		async (objectType) => {
			const rows = await rowsOf({ operation: 'getFast', objectType, simplify: false });
			const truth = stage.sandbox.myTarget.fast({ objectType });
			expect(truth.length).toBeGreaterThan(0);
			expectSameRows(rows, truth);
		},
	);
});

describe('Report: Get Fast, by its answer', () => {
	const FAST = {
		...DAILY,
		operation: 'getFast',
		objectScope: 'byId',
		campaignIdList: '11',
		adGroupIdList: '11',
		userIdList: '11',
		simplify: false,
	};
	const object = { timestamp: 1_772_440_000, minutely: { clicks: [0], shows: [1] } };
	const answerWith = (body: object) =>
		stage.sandbox.faults.add({ path: /faststat/, fault: answer(200, body) });

	it.each([
		['campaigns', /without "campaigns"/],
		['ad_groups', /without "campaigns" or "ad_groups"/],
		['users', /without "advertisers"/],
	])('an answer without a place for %s is no empty one', async (objectType, message) => {
		answerWith({ banners: {} });
		await expect(run({ ...FAST, objectType })).rejects.toThrow(message);
	});

	it.each(['campaigns', 'ad_groups'])('takes ad groups under %s', async (key) => {
		answerWith({ [key]: { 11: object } });
		expect(await rowsOf({ ...FAST, objectType: 'ad_groups' })).toEqual([{ id: 11, ...object }]);
	});

	it('goes on to further objects until the limit is filled', async () => {
		const rich = stage.sandbox.myTarget.campaigns.at(-1)!.id;
		stage.sandbox.faults.add({ path: /faststat/, times: 2, fault: answer(200, '{ "campaigns": {} }') });
		const { items } = await run({
			...FAST,
			objectScope: 'all',
			returnAll: false,
			limit: 50,
			options: { maxConcurrency: 1 },
		});
		expect(items).toHaveLength(50);
		expect(jsonOf(items).map(({ id }) => id)).toContain(rich);
		expect(idsAsked().map((ids) => ids.length)).toEqual([200, 200, 50]);
	});
});

describe('Report: Get Goals', () => {
	it('goes on to further objects until the limit is filled', async () => {
		const body = '{ "items": [] }';
		stage.sandbox.faults.add({ path: /statistics/, times: 2, fault: answer(200, body) });
		const { items } = await run({ operation: 'getGoals', returnAll: false, limit: 5 });
		expect(items).toHaveLength(5);
		expect(idsAsked().map((ids) => ids.length)).toEqual([200, 200, 50]);
	});

	it.each(['postclick', 'postview', 'total'])(
		'gives one row per goal of a day: %s',
		async (conversionType) => {
			const rows = await rowsOf({ operation: 'getGoals', conversionType, simplify: false });
			const truth = stage.sandbox.myTarget.goals({
				objectType: 'campaigns',
				conversionTypes: [conversionType],
				...period(WEEK),
			});
			expect(truth.length).toBeGreaterThan(0);
			expectSameRows(rows, truth);
		},
	);

	it('turns the numbers that come as text into numbers (trap 50)', async () => {
		const rows = await rowsOf({ operation: 'getGoals' });
		for (const { cpa, value, goal } of rows) {
			expect([typeof cpa, typeof value, typeof goal]).toEqual(['number', 'number', 'string']);
		}
		expect(rows.length).toBeGreaterThan(0);
	});
});
