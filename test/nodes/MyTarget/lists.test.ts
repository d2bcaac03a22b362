import { describe, expect, it } from '@jest/globals';

import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { answer, jsonOf, NOW, runOnFakeClock, failureOf } from './harness';

const sandbox = ofFile(async () => startSandbox({ now: () => Date.parse(NOW) }));

const LIST = { operation: 'getAll', returnAll: true };
const rowsOf = async (parameters: Parameters<typeof runOnFakeClock>[1]) =>
	jsonOf((await runOnFakeClock(sandbox, parameters)).items);
const condition = (field: string, lookup: string, value: unknown) => ({ field, lookup, value });
const filters = (...values: object[]) => ({ conditions: { values } }) as never;

describe('Campaign: Get Many', () => {
	const CAMPAIGNS = { resource: 'campaign', ...LIST };

	it('gives 1,250 campaigns in 25 pages of 50, each once, in a stable order (traps 11, 12, 54)', async () => {
		const rows = await rowsOf(CAMPAIGNS);
		expect(rows).toEqual(sandbox.myTarget.listed('campaigns', ['id', 'name', 'status']));
		expect(rows).toHaveLength(1250);
		expect(sandbox.requests).toHaveLength(25);
		expect(sandbox.requests.map(({ query }) => query.offset)).toEqual(
			Array.from({ length: 25 }, (_none, index) => String(index * 50)),
		);
		for (const { path, query } of sandbox.requests) {
			expect(path).toBe('/api/v2/campaigns.json');
			expect(query).toMatchObject({ limit: '50', sorting: 'id', fields: 'id,name,status' });
		}
	});

	it('asks for no more than the limit, and leaves the order of one page to the platform', async () => {
		const { items, hints } = await runOnFakeClock(sandbox, { ...CAMPAIGNS, returnAll: false, limit: 7 });
		expect(items).toHaveLength(7);
		expect(sandbox.requests.map(({ query }) => query)).toEqual([
			{ fields: 'id,name,status', limit: '7', offset: '0' },
		]);
		expect(hints.join(' ')).toContain('limit of 7 rows');
	});

	it('leaves fields to the platform where none are asked for', async () => {
		const rows = await rowsOf({ ...CAMPAIGNS, returnAll: false, campaignFields: [] });
		expect(sandbox.requests[0]!.query).not.toHaveProperty('fields');
		expect(Object.keys(rows[0]!)).toEqual(Object.keys(sandbox.myTarget.listed('campaigns')[0]!));
	});

	it('cuts 120 ids of a filter into what one page holds, each object once, and tells who is missing', async () => {
		const ids = sandbox.myTarget.campaigns.slice(0, 119).map(({ id }) => id);
		const value = [...ids, sandbox.myTarget.deadId].join(',');
		const { items, hints } = await runOnFakeClock(sandbox, {
			...CAMPAIGNS,
			filters: filters(condition('id', 'in', value)),
		});
		expect(jsonOf(items).map(({ id }) => id)).toEqual(ids);
		expect(sandbox.requests.map(({ query }) => query._id__in!.split(',').length)).toEqual([50, 50, 20]);
		expect(hints.join(' ')).toContain(`No answer for 1 ID: ${sandbox.myTarget.deadId}.`);
	});

	it('trap 12: tells when the number of objects changes while they are read', async () => {
		sandbox.faults.add({
			path: '/api/v2/campaigns.json',
			skip: 3,
			times: 1,
			fault: { kind: 'list-changes', by: 1 },
		});
		const { hints } = await runOnFakeClock(sandbox, CAMPAIGNS);
		expect(hints.join(' ')).toContain('changed while the list was read');
	});
});

describe('Banner: Get Many', () => {
	const BANNERS = { resource: 'banner', ...LIST };

	it('traps 8, 14, 15, 16: sends the filters and the sorting of the documentation', async () => {
		await rowsOf({
			...BANNERS,
			bannerFields: ['id', 'status'],
			filters: filters(
				condition('status', 'ne', 'active'),
				condition('_updated', 'gt', '2018-01-01 00:00:00'),
				condition('id', 'in', '1, 2,3'),
			),
		});
		expect(sandbox.requests.map(({ query, status }) => ({ query, status }))).toEqual([
			{
				query: {
					fields: 'id,status',
					_status__ne: 'active',
					_updated__gt: '2018-01-01 00:00:00',
					_id__in: '1,2,3',
					limit: '50',
					offset: '0',
				},
				status: 200,
			},
		]);
	});

	it('compares for equality without a lookup, and takes a date object', async () => {
		await rowsOf({
			...BANNERS,
			returnAll: false,
			filters: filters(
				condition('status', 'eq', 'active'),
				condition('updated', 'lte', new Date('2025-12-31T21:00:00Z')),
			),
		});
		expect(sandbox.requests[0]!.query).toMatchObject({
			_status: 'active',
			_updated__lte: '2026-01-01 00:00:00',
		});
	});

	it('gives 1,700 banners without a sorting, which is not documented for them', async () => {
		const rows = await rowsOf(BANNERS);
		expect(rows).toEqual(sandbox.myTarget.listed('banners', ['id', 'name', 'status']));
		expect(sandbox.requests).toHaveLength(34);
		for (const { query } of sandbox.requests) expect(query).not.toHaveProperty('sorting');
	});
});

describe('other lists', () => {
	it.each([
		['adPlan', '/api/v2/ad_plans.json', () => sandbox.myTarget.adPlans.length, 3],
		['adGroup', '/api/v2/ad_groups.json', () => sandbox.myTarget.adGroups.length, 25],
		['client', '/api/v2/agency/clients.json', () => sandbox.myTarget.clients.length, 2],
		['segment', '/api/v2/remarketing/segments.json', () => sandbox.myTarget.segments.length, 3],
		['transaction', '/api/v2/billing/transaction_groups.json', () => sandbox.myTarget.transactions.length, 3],
		['userList', '/api/v3/remarketing/users_lists.json', () => sandbox.myTarget.userLists.length, 1],
		['package', '/api/v2/packages.json', () => sandbox.myTarget.packages.length, 1],
		['region', '/api/v2/regions.json', () => 632, 1],
	])('%s: all of %s', async (resource, path, count, requests) => {
		const rows = await rowsOf({ resource, ...LIST });
		expect(rows).toHaveLength(count());
		expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
		expect(sandbox.requests.map((request) => request.path)).toEqual(Array(requests).fill(path));
	});

	it('trap 35: filters what comes as a whole here, and wants all of several flags', async () => {
		const all = await rowsOf({ resource: 'region', ...LIST });
		const flagged = (row: object, flag: string) => (row as { flags: string[] }).flags.includes(flag);
		const both = await rowsOf({
			resource: 'region',
			...LIST,
			filters: filters(condition('flags', 'in', 'geo_tree,rb_active')),
		});
		expect(both).toEqual(all.filter((row) => flagged(row, 'geo_tree') && flagged(row, 'rb_active')));
		expect(both.length).toBeGreaterThan(0);
		expect(both.length).toBeLessThan(all.length);
		const limited = await runOnFakeClock(sandbox, {
			resource: 'region',
			...LIST,
			returnAll: false,
			limit: 3,
		});
		expect(jsonOf(limited.items)).toEqual(all.slice(0, 3));
		expect(limited.hints.join(' ')).toContain('limit of 3 rows');
	});
});

describe('lists without a count', () => {
	const items = (count: number, from = 0) =>
		Array.from({ length: count }, (_none, index) => ({ id: from + index, name: `Object ${from + index}` }));
	const answers = (path: string, ...pages: object[][]) => {
		for (const page of pages) sandbox.faults.add({ path, times: 1, fault: answer(200, { items: page }) });
	};

	it('a paged one is read until a page is not full', async () => {
		answers('/api/v2/campaigns.json', items(50), items(50, 50), items(7, 100));
		expect(await rowsOf({ resource: 'campaign', ...LIST })).toEqual(items(107));
		expect(sandbox.requests.map(({ query }) => query.offset)).toEqual(['0', '50', '100']);
	});

	it.each([
		[19, false],
		[20, true],
		[50, true],
	])('a whole one of %s objects: that there may be more is told: %s', async (count, told) => {
		answers('/api/v2/packages.json', items(count));
		const { hints } = await runOnFakeClock(sandbox, { resource: 'package', ...LIST });
		expect(hints.join(' ').includes(`exactly ${count} packages`)).toBe(told);
	});

	it('a whole one that is counted is complete', async () => {
		const body = JSON.stringify({ items: items(20), count: 20 });
		sandbox.faults.add({ path: '/api/v2/regions.json', fault: answer(200, body) });
		const { hints } = await runOnFakeClock(sandbox, { resource: 'region', ...LIST });
		expect(hints.join(' ')).not.toContain('there may be more');
	});

	it('a condition on a field that no row has is refused, and names it', async () => {
		const misspelt = filters(condition('flag', 'ne', 'geo_tree'));
		await expect(rowsOf({ resource: 'region', ...LIST, filters: misspelt })).rejects.toThrow('"flag"');
		answers('/api/v2/packages.json', []);
		expect(await rowsOf({ resource: 'package', ...LIST, filters: misspelt })).toEqual([]);
	});
});

describe('one object', () => {
	it('user: Get', async () => {
		const [row] = await rowsOf({ resource: 'user', operation: 'get' });
		expect(row).toMatchObject({ id: sandbox.myTarget.userId, username: sandbox.myTarget.username });
	});
});

describe('refused before any request', () => {
	const refused = async (parameters: Parameters<typeof runOnFakeClock>[1]) => {
		const failure = await failureOf(runOnFakeClock(sandbox, parameters));
		expect(sandbox.requests).toEqual([]);
		return (failure as Error).message;
	};

	it.each([
		[
			'an empty list of ids, which would mean all',
			condition('id', 'in', ''),
			/^Value of the filter condition on "id"/,
		],
		['an empty value', condition('status', 'eq', ' '), /^Value of the filter condition on "status"/],
		['no field', condition('', 'eq', 'active'), /^Field of a filter condition/],
		['an unknown lookup', condition('id', 'like', '1'), /^Lookup of a filter condition/],
	])('%s', async (_name, wrong, message) => {
		expect(await refused({ resource: 'campaign', ...LIST, filters: filters(wrong) })).toMatch(message);
	});

	it('an id that would lead elsewhere', async () => {
		const campaignId = { __rl: true, mode: 'id', value: '1/banners' };
		expect(await refused({ resource: 'campaign', operation: 'get', campaignId })).toMatch(
			/^Campaign is "1\/banners", which is no ID of one object/,
		);
	});

	it('a page beyond the documented maximum', async () => {
		expect(await refused({ resource: 'campaign', ...LIST, options: { pageSize: 51 } })).toMatch(
			/^Page Size is 51/,
		);
	});
});
