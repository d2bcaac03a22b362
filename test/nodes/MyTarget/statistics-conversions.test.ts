import { describe, expect, it } from '@jest/globals';

import { answer, expectSameRows, failureOf } from './harness';
import { period, WEEK, statisticsStage } from './statistics-stage';

const stage = statisticsStage();
const { idsAsked, reports, rowsOf } = stage;
const SUBJECT = { objectType: 'campaigns', ...period(WEEK) } as const;

describe('Report: Get In-App Events', () => {
	it.each(['postclick', 'postview', 'total'])(
		'gives one row per event of a day: %s',
		async (conversionType) => {
			const rows = await rowsOf({ operation: 'getInApp', conversionType, simplify: false });
			const truth = stage.sandbox.myTarget.inApp({ ...SUBJECT, conversionTypes: [conversionType] });
			expect(truth.length).toBeGreaterThan(0);
			expectSameRows(rows, truth);
			expect(idsAsked().map((ids) => ids.length)).toEqual([200, 200, 50]);
		},
	);

	it('dates go out as everywhere, not as its sample shows them (trap 49)', async () => {
		await rowsOf({ operation: 'getInApp' });
		for (const { query } of reports())
			expect([query.date_from, query.date_to]).toEqual([WEEK.dateFrom, WEEK.dateTo]);
	});

	it('turns what comes as text into numbers, as in goals (trap 50)', async () => {
		const [row] = await rowsOf({ operation: 'getInApp' });
		expect(row).toEqual({
			...{
				id: expect.any(Number),
				date: expect.any(String),
				conversion_type: 'postclick',
				event: 'af_purchase',
			},
			...{ app: 461, tracker: 1, count: expect.any(Number), cr: expect.any(Number), cpa: expect.any(Number) },
			...{ value: expect.any(Number), romi: 1.1, adv_cost_share: 0.5 },
		});
	});

	it('one object in an unknown form is named, and is not "no events"', async () => {
		const items = [{ id: 5, rows: [{ date: '2026-03-01', inapps: null }] }];
		stage.sandbox.faults.add({ path: /inapp/, fault: answer(200, JSON.stringify({ items })) });
		const failed = await failureOf(rowsOf({ operation: 'getInApp' }));
		expect((failed as Error).message).toContain('object 5 has an unknown form (at "rows.0.inapps")');
	});
});

describe('Report: Get Offline Conversions', () => {
	it.each(['campaigns', 'ad_groups', 'ad_plans', 'users'] as const)(
		'gives one row per day of %s; its answer has no total (trap 52)',
		async (objectType) => {
			const rows = await rowsOf({ operation: 'getOfflineConversions', objectType, simplify: false });
			const truth = stage.sandbox.myTarget.offline({ ...SUBJECT, objectType });
			expect(truth.some(({ offline }) => offline > 0)).toBe(true);
			expectSameRows(rows, truth);
			for (const { path, query } of reports()) {
				expect(path).toBe(`/api/v2/statistics/offline_conversions/${objectType}/day.json`);
				expect(Object.keys(query).sort()).toEqual(['date_from', 'date_to', 'id']);
			}
		},
	);

	it('turns the money into a number, and leaves days without anything out on request', async () => {
		const rows = await rowsOf({ operation: 'getOfflineConversions', options: { skipEmptyDays: true } });
		const truth = stage.sandbox.myTarget.offline(SUBJECT).filter(({ offline }) => offline > 0);
		expectSameRows(
			rows,
			truth.map((row) => ({ ...row, cost: Number(row.cost) })),
		);
	});

	it('is refused for banners before any request: they have none', async () => {
		const failed = await failureOf(rowsOf({ operation: 'getOfflineConversions', objectType: 'banners' }));
		expect((failed as Error).message).toMatch(/^Object Type is Banners, but offline conversions/);
		expect(stage.sandbox.requests).toEqual([]);
	});
});

describe('statistics of a period (v3)', () => {
	it('keep every column that comes beside the totals', async () => {
		const item = {
			id: 5,
			user_id: 7,
			campaign_status: 'active',
			total: { base: { shows: 1, vk: { result: 3 } } },
		};
		const body = { items: [item], count: 1, limit: 250, offset: 0 };
		stage.sandbox.faults.add({ path: /v3\/statistics/, fault: answer(200, JSON.stringify(body)) });
		const rows = await rowsOf({ operation: 'getPeriod', objectScope: 'byId', campaignIdList: '5' });
		expect(rows).toEqual([{ id: 5, user_id: 7, campaign_status: 'active', shows: 1, vk_result: 3 }]);
	});
});
