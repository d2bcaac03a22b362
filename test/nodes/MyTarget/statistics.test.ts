import { gunzipSync } from 'node:zlib';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { startSandbox, type Sandbox } from '../../sandbox';
import { Harness, jsonOf, NODE, NOW, runOnFakeClock, expectSameRows } from './harness';

/** Today is 2026-03-02 in Moscow, so a year that ended yesterday is within the depth of 366 days. */
const YEAR = { dateRange: 'custom', dateFrom: '2025-03-02', dateTo: '2026-03-01' };
const WEEK = { dateRange: 'custom', dateFrom: '2026-02-23', dateTo: '2026-03-01' };
const DAILY = {
	resource: 'report',
	operation: 'getDaily',
	objectType: 'campaigns',
	objectScope: 'all',
	returnAll: true,
	...WEEK,
};

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({
		now: () => Date.parse(NOW),
		myTarget: { campaigns: 450, banners: 700, adPlans: 30 },
	});
});
afterAll(async () => sandbox.close());
afterEach(() => {
	sandbox.reset();
});

const reports = () => sandbox.requests.filter(({ path }) => path.includes('/statistics/'));
const idsAsked = () => reports().map(({ query }) => query.id!.split(','));
const run = async (parameters: Parameters<typeof runOnFakeClock>[1]) => runOnFakeClock(sandbox, parameters);
const rowsOf = async (parameters: Parameters<typeof runOnFakeClock>[1]) =>
	jsonOf((await run(parameters)).items);
const campaignIds = () => sandbox.myTarget.campaigns.map(({ id }) => id);
const period = ({ dateFrom, dateTo }: typeof WEEK) => ({ dateFrom, dateTo });

describe('Report: Get Daily', () => {
	it('450 objects x 365 days: 3 x 4 requests, each (id, day) once, zero rows kept (traps 39, 41)', async () => {
		const rows = await rowsOf({ ...DAILY, ...YEAR, simplify: false });
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
		const truth = sandbox.myTarget.statistics({ objectType: 'campaigns', ...period(YEAR) });
		expectSameRows(rows, truth);
		const quiet = rows.filter(({ base }) => (base as { shows: number }).shows === 0);
		expect(quiet.length).toBeGreaterThan(0);
	}, 60_000);

	it.each(['campaigns', 'banners', 'ad_plans', 'ad_groups', 'users'] as const)(
		'all %s, whatever their status',
		async (objectType) => {
			const rows = await rowsOf({ ...DAILY, objectType, simplify: false });
			expectSameRows(rows, sandbox.myTarget.statistics({ objectType, ...period(WEEK) }));
		},
	);

	it('simplifies to columns and numbers, without the totals (traps 46, 48, 50)', async () => {
		const [id] = campaignIds();
		const rows = await rowsOf({
			...DAILY,
			objectScope: 'selected',
			objectIds: [String(id)],
			metrics: ['base', 'uniques', 'video'],
		});
		const truth = sandbox.myTarget.statistics({
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
			...DAILY,
			objectScope: 'selected',
			objectIds: ids.slice(0, 2).map(String),
			objectIdList: String(ids[2]),
			metrics: ['base', 'video'],
			options: { attribution: 'impression', otherMetrics: 'events' },
		});
		expect(sandbox.requests.map(({ path, query }) => ({ path, query }))).toEqual([
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

	it('a refusal of the size splits by days, and no row is lost or doubled (trap 42)', async () => {
		const body = JSON.stringify({ error: { code: 'ERR_LIMIT_EXCEEDED', message: 'too many dates' } });
		sandbox.faults.add({
			path: '/api/v2/statistics/campaigns/day.json',
			skip: 1,
			times: 1,
			fault: { kind: 'status', status: 400, body },
		});
		const { items, hints } = await run({ ...DAILY, simplify: false, options: { maxConcurrency: 1 } });
		expectSameRows(jsonOf(items), sandbox.myTarget.statistics({ objectType: 'campaigns', ...period(WEEK) }));
		expect(hints.join(' ')).toContain('1 split');
		expect(reports().map(({ query }) => `${query.date_from} ${query.date_to}`)).toContain(
			'2026-02-23 2026-02-26',
		);
	});

	it('two dead ids among 450 are found and told, and all others delivered', async () => {
		const dead = [sandbox.myTarget.deadId, sandbox.myTarget.deadId + 1].map(String);
		const { items, failedSlices, hints } = await run({
			...DAILY,
			objectScope: 'selected',
			objectIds: [...campaignIds().map(String), ...dead],
			simplify: false,
			options: { onSliceFailure: 'continue', daysPerRequest: 4 },
		});
		expectSameRows(jsonOf(items), sandbox.myTarget.statistics({ objectType: 'campaigns', ...period(WEEK) }));
		const failed = jsonOf(failedSlices);
		expect(failed.map(({ objectIds, dateFrom }) => [objectIds, dateFrom])).toEqual([
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
		const dead = Array.from({ length: 200 }, (_none, index) => String(sandbox.myTarget.deadId + index));
		const selected = { objectScope: 'selected', objectIdList: dead.join(',') };
		const options = { onSliceFailure: 'continue', daysPerRequest: 4, maxConcurrency: 1 };
		const { items, failedSlices } = await run({ ...DAILY, ...selected, options });
		expect(items).toEqual([]);
		expect(jsonOf(failedSlices).map(({ objectIds }) => objectIds)).toEqual([dead, dead]);
		expect(reports().length).toBeLessThan(90);
	});

	it('living ids in the middle of many dead ones are delivered', async () => {
		const dead = Array.from({ length: 96 }, (_none, index) => String(sandbox.myTarget.deadId + index));
		const ids = campaignIds().slice(0, 20);
		const list = [...dead.slice(0, 48), ...ids.map(String), ...dead.slice(48)];
		const { items, failedSlices } = await run({
			...DAILY,
			objectScope: 'selected',
			objectIdList: list.join(','),
			simplify: false,
			options: { onSliceFailure: 'continue' },
		});
		expect(new Set(jsonOf(items).map(({ id }) => id))).toEqual(new Set(ids));
		expect(failedSlices).toHaveLength(96);
	});

	it('two dead ids of ten, one in each half, are found', async () => {
		const ids = campaignIds().slice(0, 8).map(String);
		const { deadId } = sandbox.myTarget;
		const list = [String(deadId), ...ids, String(deadId + 1)];
		const { items, failedSlices } = await run({
			...DAILY,
			objectScope: 'selected',
			objectIdList: list.join(','),
			options: { onSliceFailure: 'continue' },
		});
		expect(items).toHaveLength(8 * 7);
		expect(jsonOf(failedSlices).map(({ objectIds }) => objectIds)).toEqual([
			[String(deadId)],
			[String(deadId + 1)],
		]);
	});

	it('without Continue a dead id stops the node and says what to do', async () => {
		const failure: unknown = await run({
			...DAILY,
			objectScope: 'selected',
			objectIds: [String(sandbox.myTarget.deadId)],
		}).catch((error: unknown) => error);
		expect(failure).toMatchObject({
			message: expect.stringContaining('WRONG_CAMPAIGNS'),
			description: expect.stringContaining('On Slice Failure'),
			context: { kind: 'not-found' },
		});
		expect(reports()).toHaveLength(1);
	});

	it('tells an object that was asked for and that no answer mentions', async () => {
		const base = { shows: 1 };
		const body = JSON.stringify({
			items: [{ id: 11, rows: [{ date: '2026-02-23', base }], total: { base } }],
		});
		sandbox.faults.add({ path: /statistics/, fault: { kind: 'status', status: 200, body } });
		const { items, hints } = await run({ ...DAILY, objectScope: 'selected', objectIdList: '11, 12' });
		expect(jsonOf(items)).toEqual([{ id: 11, date: '2026-02-23', shows: 1 }]);
		expect(hints.join(' ')).toContain('No answer for 1 object: 12.');
	});

	it('asks for no more objects than the limit needs', async () => {
		const { items, hints } = await run({ ...DAILY, returnAll: false, limit: 20 });
		expect(items).toHaveLength(20);
		expect(sandbox.requests.map(({ query }) => query.limit)).toEqual(['20', undefined]);
		expect(idsAsked()[0]).toHaveLength(10);
		expect(hints.join(' ')).toContain('limit of 20 rows');
	});

	it('an account without objects gives no request and a hint', async () => {
		const own = await startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 0, banners: 0 } });
		try {
			const { items, hints } = await runOnFakeClock(own, DAILY);
			expect(items).toEqual([]);
			expect(hints.join(' ')).toContain('no such objects');
			expect(own.requests.filter(({ path }) => path.includes('/statistics/'))).toEqual([]);
		} finally {
			await own.close();
		}
	});
});

describe('Report: Get Summary', () => {
	it('gives lifetime totals by ids, without dates (trap 47)', async () => {
		const rows = await rowsOf({ ...DAILY, operation: 'getSummary', simplify: false });
		expectSameRows(rows, sandbox.myTarget.summary({ objectType: 'campaigns' }));
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
			const own = await startSandbox({
				now: () => Date.parse(NOW),
				myTarget: { campaigns: 500, banners: 20, periodCount },
			});
			try {
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
			} finally {
				await own.close();
			}
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
		expect(sandbox.requests.map(({ query }) => [query.id, query.limit])).toEqual([[undefined, '30']]);
	});

	it('an object that comes twice stops it, since another one may be missing', async () => {
		const total = { base: { shows: 1 } };
		const body = (...ids: number[]) => JSON.stringify({ items: ids.map((id) => ({ id, total })) });
		const pages = [body(1, 2), body(2, 3)];
		for (const page of pages)
			sandbox.faults.add({ path: /v3/, times: 1, fault: { kind: 'status', status: 200, body: page } });
		const selected = { objectScope: 'selected', objectIdList: '1,2,3,4', options: { pageSize: 2 } };
		await expect(run({ ...PERIOD, ...selected })).rejects.toThrow('sent object 2 twice');
		expect(reports()).toHaveLength(2);
	});

	it('selected objects, never cut by days', async () => {
		const ids = campaignIds();
		const rows = await rowsOf({
			...PERIOD,
			...YEAR,
			objectScope: 'selected',
			objectIds: ids.map(String),
			options: { pageSize: 120 },
		});
		expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
		expect(new Set(reports().map(({ query }) => query.date_from))).toEqual(new Set([YEAR.dateFrom]));
	});
});

describe('Report: Get Fast', () => {
	it('gives one row per object and minute, in Moscow time (traps 17, 51)', async () => {
		const ids = campaignIds().slice(0, 2);
		const selected = { objectScope: 'selected', objectIds: ids.map(String) };
		const rows = await rowsOf({ ...DAILY, operation: 'getFast', ...selected });
		const truth = sandbox.myTarget.fast({ objectType: 'campaigns', ids });
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
		const raw = await rowsOf({ ...DAILY, operation: 'getFast', ...selected, simplify: false });
		expect(raw).toEqual(truth);
	});

	it.each(['users', 'banners', 'ad_plans', 'ad_groups'] as const)(
		'knows %s under the key of the answer',
		async (objectType) => {
			const rows = await rowsOf({ ...DAILY, operation: 'getFast', objectType, simplify: false });
			const truth = sandbox.myTarget.fast({ objectType });
			expect(truth.length).toBeGreaterThan(0);
			expectSameRows(rows, truth);
		},
	);
});

describe('Report: Get Fast, by its answer', () => {
	const FAST = {
		...DAILY,
		operation: 'getFast',
		objectScope: 'selected',
		objectIdList: '11',
		simplify: false,
	};
	const object = { timestamp: 1_772_440_000, minutely: { clicks: [0], shows: [1] } };
	const answerWith = (body: object) =>
		sandbox.faults.add({
			path: /faststat/,
			fault: { kind: 'status', status: 200, body: JSON.stringify(body) },
		});

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
		const rich = sandbox.myTarget.campaigns.at(-1)!.id;
		sandbox.faults.add({
			path: /faststat/,
			times: 2,
			fault: { kind: 'status', status: 200, body: '{ "campaigns": {} }' },
		});
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
		sandbox.faults.add({ path: /statistics/, times: 2, fault: { kind: 'status', status: 200, body } });
		const { items } = await run({ ...DAILY, operation: 'getGoals', returnAll: false, limit: 5 });
		expect(items).toHaveLength(5);
		expect(idsAsked().map((ids) => ids.length)).toEqual([200, 200, 50]);
	});

	it.each(['postclick', 'postview', 'total'])(
		'gives one row per goal of a day: %s',
		async (conversionType) => {
			const rows = await rowsOf({ ...DAILY, operation: 'getGoals', conversionType, simplify: false });
			const truth = sandbox.myTarget.goals({
				objectType: 'campaigns',
				conversionTypes: [conversionType],
				...period(WEEK),
			});
			expect(truth.length).toBeGreaterThan(0);
			expectSameRows(rows, truth);
		},
	);

	it('turns the numbers that come as text into numbers (trap 50)', async () => {
		const rows = await rowsOf({ ...DAILY, operation: 'getGoals' });
		for (const { cpa, value, goal } of rows) {
			expect([typeof cpa, typeof value, typeof goal]).toEqual(['number', 'number', 'string']);
		}
		expect(rows.length).toBeGreaterThan(0);
	});
});

describe('Report: Plan Slices', () => {
	it('plans without a request for statistics, in items that feed Get Daily', async () => {
		const plan = await rowsOf({ ...DAILY, operation: 'planSlices', options: { daysPerRequest: 3 } });
		expect(plan).toHaveLength(9);
		expect(reports()).toEqual([]);
		const rows: object[] = [];
		for (const slice of plan)
			for (const row of await rowsOf({
				...DAILY,
				...(slice as object),
				dateRange: 'custom',
				simplify: false,
			}))
				rows.push(row);
		expectSameRows(rows, sandbox.myTarget.statistics({ objectType: 'campaigns', ...period(WEEK) }));
	});
});

describe('refused before any request', () => {
	it.each<[string, object, RegExp]>([
		['an empty selection, which is never all', { objectScope: 'selected' }, /^Objects is Selected, but/],
		['no metrics', { metrics: [] }, /^Metrics is empty/],
		[
			'days before the documented depth (trap 41)',
			{ dateFrom: '2025-02-28' },
			/^Date From is 2025-02-28, but/,
		],
		['more ids than allowed', { options: { idsPerRequest: 201 } }, /^IDs per Request is 201/],
		['an id that is none', { objectScope: 'selected', objectIdList: '1-2' }, /is no ID/],
	])('%s', async (_name, parameters, message) => {
		const failure: unknown = await run({ ...DAILY, ...parameters }).catch((error: unknown) => error);
		expect((failure as Error).message).toMatch(message);
		expect(sandbox.requests).toEqual([]);
	});
});

describe('on the engine', () => {
	it('writes all rows into a compressed file', async () => {
		const harness = await Harness.open({ myTarget: { campaigns: 60 } });
		try {
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
		} finally {
			await harness.close();
		}
	});
});
