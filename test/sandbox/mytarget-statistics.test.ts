import { describe, expect, it } from '@jest/globals';

import { type Json } from './client';
import { sandboxOfFile } from './opened';
import { callMyTarget, myTargetAnswer } from './mytarget/client';

const NOW = Date.parse('2026-04-10T09:00:30Z');

const sandbox = sandboxOfFile({ now: () => NOW });

interface Base {
	shows: number;
	clicks: number;
	spent: string;
	vk: { goals: number };
}
interface Answer extends Json {
	items: { id: number; rows: ({ date: string; base: Base } & Json)[]; total: { base: Base } & Json }[];
	total: { base: Base } & Json;
}

const ids = (count: number, from = 0) =>
	sandbox.myTarget.campaigns.slice(from, from + count).map(({ id }) => id);
const ask = async (path: string, query: Record<string, string>) =>
	(await myTargetAnswer(sandbox, `/api/${path}`, { query })) as Answer;

const DAY = 'v2/statistics/campaigns/day.json';
const WEEK = { date_from: '2026-03-02', date_to: '2026-03-08' };
const PERIOD = { dateFrom: '2026-03-02', dateTo: '2026-03-08' };

describe('statistics by day', () => {
	it('has one row for each object and day, and totals', async () => {
		const asked = ids(200);
		const answer = await ask(DAY, { id: asked.join(','), metrics: 'base,uniques,video', ...WEEK });
		const rows = answer.items.flatMap(({ id, rows: own }) => own.map((row) => ({ id, ...row })));
		expect(rows).toHaveLength(1400);
		expect(rows).toEqual(
			sandbox.myTarget.statistics({
				objectType: 'campaigns',
				ids: asked,
				metrics: ['base', 'uniques', 'video'],
				...PERIOD,
			}),
		);
		const shows = rows.reduce((sum, { base }) => sum + base.shows, 0);
		expect(shows).toBeGreaterThan(100_000);
		expect(answer.total.base.shows).toBe(shows);
		expect(Object.keys(answer.total)).toEqual(['base', 'video']);
		expect(rows.some(({ base }) => base.shows === 0 && base.spent === '0')).toBe(true);
		expect(rows.every(({ base }) => /^\d+(\.\d{0,1}[1-9])?$/.test(base.spent))).toBe(true);
	});

	it('adds up over banners, campaigns and the account', () => {
		const { myTarget } = sandbox;
		const sum = (objectType: 'banners' | 'campaigns' | 'users', some?: number[]) =>
			myTarget
				.statistics({ objectType, ...(some && { ids: some }), ...PERIOD })
				.reduce((total, row) => total + (row.base as Base).shows, 0);
		const [group] = ids(1, 40);
		const banners = myTarget.banners.filter(({ ad_group_id }) => ad_group_id === group).map(({ id }) => id);
		expect(sum('campaigns', [group!])).toBe(sum('banners', banners));
		expect(sum('users')).toBe(sum('campaigns'));
		const week = myTarget.period({ objectType: 'users', ...PERIOD });
		expect((week[0]!.base as Base).shows).toBe(sum('users'));
	});

	it('gives all sets for `all`, and repeated ids as a list', async () => {
		const [one, other] = ids(2);
		const query = new URLSearchParams({ ...WEEK, metrics: 'all', attribution: 'impression' });
		query.append('id', String(other));
		query.append('id', String(one));
		const path = `/api/${DAY}?${query.toString()}`;
		const { items } = (await myTargetAnswer(sandbox, path)) as Answer;
		expect(items.map(({ id }) => id)).toEqual([one, other]);
		expect(Object.keys(items[0]!.rows[0]!)).toEqual(
			expect.arrayContaining(['date', 'base', 'events', 'carousel', 'romi', 'social_network', 'moat']),
		);
	});

	it.each<[string, () => Record<string, string>]>([
		['LIMIT_EXCEEDED', () => ({ id: ids(201).join(','), ...WEEK })],
		['LIMIT_EXCEEDED', () => ({ id: ids(1).join(), date_from: '2026-01-01', date_to: '2026-04-03' })],
		['LIMIT_EXCEEDED', () => ({ id: ids(1).join(), date_from: '2025-04-08', date_to: '2025-04-09' })],
		['WRONG_CAMPAIGNS', () => ({ id: `${ids(1).join()},${sandbox.myTarget.deadId}`, ...WEEK })],
		['WRONG_DATE', () => ({ id: ids(1).join(), date_from: '2026-02-30', date_to: '2026-03-01' })],
		['WRONG_DATE', () => ({ id: ids(1).join(), date_from: '2026-03-02', date_to: '2026-03-01' })],
		['WRONG_DATE', () => ({ id: ids(1).join(), date_from: '2026-04-10', date_to: '2026-04-11' })],
		['WRONG_PARAMETER', () => ({ id: ids(1).join(), date_from: '2026-03-02' })],
		['WRONG_PARAMETER', () => ({ ...WEEK })],
		['WRONG_PARAMETER', () => ({ id: '', ...WEEK })],
		['WRONG_PARAMETER', () => ({ id: [...ids(1), ...ids(1)].join(','), ...WEEK })],
		['WRONG_PARAMETER', () => ({ id: ids(1).join(), metrics: 'shows', ...WEEK })],
		['WRONG_PARAMETER', () => ({ id: ids(1).join(), attribution: 'first', ...WEEK })],
		['WRONG_PARAMETER', () => ({ id: ids(1).join(), limit: '50', ...WEEK })],
	])('is refused with %s', async (code, query) => {
		const response = await callMyTarget(sandbox, `/api/${DAY}`, { query: query() });
		expect([response.status, await response.json()]).toEqual([
			400,
			{ error: { code, message: expect.any(String) } },
		]);
	});

	it.each<[number, string]>([
		[200, 'v2/statistics/campaigns/day.json'],
		[200, 'v2/statistics/ad_groups/day.json'],
		[404, 'v2/statistics/packages/day.json'],
		[404, 'v3/statistics/campaigns/summary.json'],
	])('answers %i to %s', async (status, path) => {
		const query = { id: ids(1).join(), ...WEEK };
		const response = await callMyTarget(sandbox, `/api/${path}`, { query });
		expect(response.status).toBe(status);
		const body = (await response.json()) as Json;
		expect(body.error).toEqual(
			status === 200 ? undefined : expect.objectContaining({ code: 'WRONG_RESOURCE' }),
		);
	});

	it('takes 92 days, and today', async () => {
		const query = { id: ids(1).join(), date_from: '2026-01-09', date_to: '2026-04-10' };
		expect((await ask(DAY, query)).items[0]!.rows).toHaveLength(92);
	});
});

describe('other statistics', () => {
	it('summary: the whole life, whatever the dates', async () => {
		const path = 'v2/statistics/banners/summary.json';
		const asked = sandbox.myTarget.banners.slice(0, 3).map(({ id }) => id);
		const { items } = await ask(path, { id: asked.join(','), ...WEEK });
		const truth = sandbox.myTarget.summary({ objectType: 'banners', ids: asked });
		expect(items).toEqual(truth.map(({ id, ...total }) => ({ id, total })));
		const [week] = sandbox.myTarget.period({ objectType: 'banners', ids: asked, ...PERIOD });
		expect(items[0]!.total.base.shows).toBeGreaterThan((week!.base as Base).shows);
	});

	it('v3: totals of a period in pages, with a `count` of the page', async () => {
		const path = 'v3/statistics/campaigns/day.json';
		const query = { date_from: '2025-06-01', date_to: '2025-06-03', limit: '250' };
		const truth = sandbox.myTarget.period({
			objectType: 'campaigns',
			dateFrom: '2025-06-01',
			dateTo: '2025-06-03',
		});
		const found: unknown[] = [];
		for (let offset = 0; ; offset += 250) {
			const page = await ask(path, { ...query, offset: String(offset) });
			expect(page.count).toBe(page.items.length);
			for (const { id, total } of page.items) found.push({ id, ...total });
			if (page.items.length < 250) break;
		}
		expect(found).toHaveLength(1250);
		expect(found).toEqual(truth);
		const some = await ask(path, { ...query, id: ids(3).join(','), fields: 'base,uniques' });
		expect(some.items.map(({ id }) => id)).toEqual(ids(3));
		expect(Object.keys(some.items[0]!.total)).toEqual(['base', 'uniques']);
		expect((await callMyTarget(sandbox, `/api/${path}`, { query: { ...query, limit: '251' } })).status).toBe(
			400,
		);
	});

	it('goals: one entry for each goal, day and conversion type', async () => {
		const asked = ids(2);
		const answer = await ask('v2/statistics/goals/campaigns/day.json', {
			id: asked.join(','),
			conversion_type: 'postclick,total',
			...WEEK,
		});
		const found = answer.items.flatMap(({ id, rows }) =>
			rows.flatMap(({ date, goals }) => (goals as Json[]).map((goal) => ({ id, date, ...goal }))),
		);
		expect(found.length).toBeGreaterThan(10);
		const counts = (conversionType: string) =>
			sandbox.myTarget
				.goals({ objectType: 'campaigns', ids: asked, conversionTypes: [conversionType], ...PERIOD })
				.map(({ count }) => count);
		const postviews = counts('postview');
		expect(counts('total')).toEqual(counts('postclick').map((count, index) => count + postviews[index]!));
		expect(postviews.some((count) => count > 0)).toBe(true);
		expect(found).toEqual(
			sandbox.myTarget.goals({
				objectType: 'campaigns',
				ids: asked,
				conversionTypes: ['postclick', 'total'],
				...PERIOD,
			}),
		);
	});

	it('fast: 60 minutes under string keys, users called advertisers', async () => {
		const { userId } = sandbox.myTarget;
		const answer = await ask('v3/statistics/faststat/users.json', { id: String(userId) });
		const { id, ...truth } = sandbox.myTarget.fast({ objectType: 'users' })[0]!;
		expect(answer).toMatchObject({
			last_seen_msg_time: { string: '2026-04-10 11:59:00', ago: 90 },
			campaigns: {},
			advertisers: { [String(id)]: truth },
		});
		expect(truth.minutely.shows).toHaveLength(60);
		expect((await callMyTarget(sandbox, '/api/v3/statistics/faststat/ad_groups.json')).status).toBe(404);
	});
});
