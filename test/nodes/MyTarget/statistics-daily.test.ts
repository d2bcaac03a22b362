import { describe, expect, it } from '@jest/globals';

import { startSandbox } from '../../sandbox';
import { ofTest } from '../../support/of-file';
import { answer, jsonOf, NOW, runOnFakeClock, expectSameRows } from './harness';
import { DAILY, period, WEEK, YEAR, statisticsStage } from './statistics-stage';

const stage = statisticsStage();
const { reports, idsAsked, run, rowsOf, campaignIds } = stage;

describe('Report: Get Daily', () => {
	it('450 objects x 365 days: 3 x 4 requests, each (id, day) once, zero rows kept (traps 39, 41)', async () => {
		const rows = await rowsOf({ ...YEAR, simplify: false });
		expect(rows).toHaveLength(450 * 365);
		expect(new Set(rows.map(({ id, date }) => `${String(id)} ${String(date)}`)).size).toBe(rows.length);
		expect(reports()).toHaveLength(12);
		expect(new Set(idsAsked().map((ids) => ids.length))).toEqual(new Set([200, 50]));
		const windows = reports().map(({ query }) => `${query.date_from} ${query.date_to}`);
		expect([...new Set(windows)]).toEqual([
			'2025-03-02 2025-06-01',
			'2025-06-02 2025-09-01',
			'2025-09-02 2025-12-02',
			'2025-12-03 2026-03-01',
		]);
		const truth = stage.sandbox.myTarget.statistics({ objectType: 'campaigns', ...period(YEAR) });
		expectSameRows(rows, truth);
		const quiet = rows.filter(({ base }) => (base as { shows: number }).shows === 0);
		expect(quiet.length).toBeGreaterThan(0);
	}, 60_000);

	it.each(['campaigns', 'banners', 'ad_plans', 'ad_groups', 'users'] as const)(
		'all %s, whatever their status',
		async (objectType) => {
			const rows = await rowsOf({ objectType, simplify: false });
			expectSameRows(rows, stage.sandbox.myTarget.statistics({ objectType, ...period(WEEK) }));
		},
	);

	it('simplifies to columns and numbers, without the totals (traps 46, 48, 50)', async () => {
		const [id] = campaignIds();
		const rows = await rowsOf({
			objectScope: 'selected',
			campaignIds: [String(id)],
			metrics: ['base', 'uniques', 'video'],
		});
		const truth = stage.sandbox.myTarget.statistics({
			objectType: 'campaigns',
			ids: [id!],
			metrics: ['base', 'uniques', 'video'],
			...period(WEEK),
		});
		expect(rows).toHaveLength(7);
		for (const [index, row] of rows.entries()) {
			const { date, base, uniques } = truth[index] as unknown as {
				date: string;
				base: Record<string, unknown> & { vk: Record<string, unknown> };
				uniques: Record<string, unknown>;
			};
			expect(row).toMatchObject({
				id,
				date,
				shows: base.shows,
				spent: Number(base.spent),
				vk_goals: Number(base.vk.goals),
				uniques_total: uniques.total,
				uniques_frequency: uniques.frequency,
			});
			expect(typeof row.spent).toBe('number');
			// A rate that is not known is an empty text, and no zero.
			expect(row.video_viewed_range_rate).not.toBeNull();
			expect(Object.values(row).every((value) => typeof value !== 'object')).toBe(true);
		}
	});

	it('sends sets of metrics, the attribution and an inclusive period, and no id of another kind', async () => {
		const ids = campaignIds().slice(0, 3);
		await rowsOf({
			objectScope: 'selected',
			campaignIds: ids.map(String),
			metrics: ['base', 'video'],
			options: { attribution: 'impression', otherMetrics: 'events' },
		});
		expect(stage.sandbox.requests.map(({ path, query }) => ({ path, query }))).toEqual([
			{
				path: '/api/v2/statistics/campaigns/day.json',
				query: {
					id: ids.join(','),
					date_from: '2026-02-23',
					date_to: '2026-03-01',
					attribution: 'impression',
					metrics: 'base,video,events',
				},
			},
		]);
	});

	it('tells an object that was asked for and that no answer mentions', async () => {
		const base = { shows: 1 };
		const body = JSON.stringify({
			items: [{ id: 11, rows: [{ date: '2026-02-23', base }], total: { base } }],
		});
		stage.sandbox.faults.add({ path: /statistics/, fault: answer(200, body) });
		const { items, hints } = await run({ objectScope: 'byId', campaignIdList: '11, 12' });
		expect(jsonOf(items)).toEqual([{ id: 11, date: '2026-02-23', shows: 1 }]);
		expect(hints.join(' ')).toContain('No answer for 1 object: 12.');
	});

	it('asks for no more objects than the limit needs', async () => {
		const { items, hints } = await run({ returnAll: false, limit: 20 });
		expect(items).toHaveLength(20);
		expect(stage.sandbox.requests.map(({ query }) => query.limit)).toEqual(['20', undefined]);
		expect(idsAsked()[0]).toHaveLength(10);
		expect(hints.join(' ')).toContain('limit of 20 rows');
	});

	it('an account without objects gives no request and a hint', async () => {
		const own = await ofTest(
			startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 0, banners: 0 } }),
		);
		const { items, hints } = await runOnFakeClock(own, DAILY);
		expect(items).toEqual([]);
		expect(hints.join(' ')).toContain('no such objects');
		expect(own.requests.filter(({ path }) => path.includes('/statistics/'))).toEqual([]);
	});
});
