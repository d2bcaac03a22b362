import { describe, expect, it } from '@jest/globals';

import { DateTime } from 'luxon';

import { startSandbox } from '../../sandbox';
import { ofTest } from '../../support/of-file';
import { answer, jsonOf, NOW, runOnFakeClock, expectSameRows } from './harness';
import { DAILY, period, YEAR, statisticsStage } from './statistics-stage';

const stage = statisticsStage();
const { reports, run, rowsOf, campaignIds } = stage;

describe('Report: Get Summary', () => {
	it('gives lifetime totals by ids, without dates (trap 47)', async () => {
		const rows = await rowsOf({ operation: 'getSummary', simplify: false });
		expectSameRows(rows, stage.sandbox.myTarget.summary({ objectType: 'campaigns' }));
		expect(reports()).toHaveLength(3);
		for (const { path, query } of reports()) {
			expect(path).toBe('/api/v2/statistics/campaigns/summary.json');
			expect(query).not.toHaveProperty('date_from');
		}
	});
});

describe('Report: Get Period', () => {
	const PERIOD = { ...DAILY, operation: 'getPeriod' };

	it.each(['returned', 'total'] as const)(
		'traps 43, 44, 45: lists the ids and asks for 200 at once, whatever count means (%s)',
		async (periodCount) => {
			const own = await ofTest(
				startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 500, banners: 20, periodCount } }),
			);
			const { items } = await runOnFakeClock(own, { ...PERIOD, ...YEAR, simplify: false });
			const truth = own.myTarget.period({ objectType: 'campaigns', ...period(YEAR) });
			const rows = jsonOf(items).map(({ user_id, ...row }) => {
				expect(user_id).toBe(own.myTarget.userId);
				return row;
			});
			expectSameRows(rows, truth);
			const asked = own.requests.filter(({ path }) => path === '/api/v3/statistics/campaigns/day.json');
			expect(asked.map(({ query }) => [query.offset, query.limit])).toEqual(Array(3).fill(['0', '250']));
			expect(asked.map(({ query }) => query.id!.split(',').length)).toEqual([200, 200, 100]);
			expect(asked[0]!.query).toMatchObject({
				date_from: YEAR.dateFrom,
				date_to: YEAR.dateTo,
				fields: 'base',
			});
		},
	);

	it('asks without ids where one page is enough, even where slices may fail', async () => {
		const { items } = await run({
			...PERIOD,
			returnAll: false,
			limit: 30,
			options: { onSliceFailure: 'continue' },
		});
		expect(items).toHaveLength(30);
		expect(stage.sandbox.requests.map(({ query }) => [query.id, query.limit])).toEqual([[undefined, '30']]);
	});

	it('a slice whose second page is too much for the platform is halved, whatever the size of the pages', async () => {
		const tooMuch = { path: /v3/, skip: 1, times: 1, fault: { kind: 'status', status: 413 } } as const;
		stage.sandbox.faults.add(tooMuch);
		const ids = campaignIds().slice(0, 8).map(String);
		const rows = await rowsOf({
			...PERIOD,
			objectScope: 'selected',
			campaignIds: ids,
			options: { pageSize: 2 },
		});
		expect(rows.map(({ id }) => String(id))).toEqual(ids);
		expect(reports().map(({ query }) => query.id!.split(',').length)).toEqual([8, 8, 4, 4, 4, 4, 4, 4]);
	});

	it('an object that comes twice stops it, since another one may be missing', async () => {
		const total = { base: { shows: 1 } };
		const body = (...ids: number[]) => JSON.stringify({ items: ids.map((id) => ({ id, total })) });
		const pages = [body(1, 2), body(2, 3)];
		for (const page of pages) stage.sandbox.faults.add({ path: /v3/, times: 1, fault: answer(200, page) });
		const selected = { objectScope: 'byId', campaignIdList: '1,2,3,4', options: { pageSize: 2 } };
		await expect(run({ ...PERIOD, ...selected })).rejects.toThrow('sent object 2 twice');
		expect(reports()).toHaveLength(2);
	});

	describe('trap 43: where its count is that of all,', () => {
		const total = { base: { shows: 1 } };
		const ids = [1, 2, 3, 4, 5];
		const selected = { ...PERIOD, objectScope: 'byId', campaignIdList: ids.join() };
		const pages = (count: unknown, ...pages: number[][]) => {
			for (const page of pages) {
				const items = page.map((id) => ({ id, total }));
				stage.sandbox.faults.add({ path: /v3/, times: 1, fault: answer(200, { items, count, limit: 250 }) });
			}
		};
		const offsets = () => reports().map(({ query }) => query.offset);

		it('a page that is not full is followed by the rest', async () => {
			pages(5, [1, 2], [3], [4, 5]);
			expect((await rowsOf(selected)).map(({ id }) => id)).toEqual(ids);
			expect(offsets()).toEqual(['0', '2', '3']);
		});

		it('fewer objects than it names are a failure', async () => {
			pages(7, ids, []);
			await expect(run(selected)).rejects.toThrow('announced 7 rows and stopped after 5');
			expect(offsets()).toEqual(['0', '5']);
		});

		it.each([0, null, 'five', -1])('one of another kind says nothing: %p', async (count) => {
			pages(count, ids);
			expect(await rowsOf(selected)).toHaveLength(5);
			expect(offsets()).toEqual(['0']);
		});
	});

	it.each([
		[0, false],
		[1, true],
	])(
		'tells what may be missing of a period that begins %d days before the first known one: %p',
		async (days, told) => {
			const first = DateTime.fromISO(NOW, { zone: 'Europe/Moscow' })
				.minus({ days: 366 + days })
				.toISODate()!;
			const options = { onSliceFailure: 'continue' };
			const { hints } = await run({ ...PERIOD, dateFrom: first, dateTo: first, options });
			expect(hints.join(' ').includes('Statistics are known to reach back 366 days')).toBe(told);
		},
	);

	it('selected objects, never cut by days', async () => {
		const ids = campaignIds();
		const rows = await rowsOf({
			...PERIOD,
			...YEAR,
			objectScope: 'selected',
			campaignIds: ids.map(String),
			options: { pageSize: 120 },
		});
		expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
		expect(new Set(reports().map(({ query }) => query.date_from))).toEqual(new Set([YEAR.dateFrom]));
	});
});
