import { describe, expect, it } from '@jest/globals';

import { methodOf } from '../../../nodes/MyTarget/api';
import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { answer, jsonOf, NOW, runOnFakeClock, expectSameRows } from './harness';

const sandbox = ofFile(async () =>
	startSandbox({
		now: () => Date.parse(NOW),
		myTarget: { campaigns: 520, banners: 10, budget: { hourly: 1000 } },
	}),
);

const SEND = { resource: 'request', operation: 'send', method: 'GET', returnAll: true };
const run = async (parameters: object) => runOnFakeClock(sandbox, { ...SEND, ...parameters });
const rowsOf = async (parameters: object) => jsonOf((await run(parameters)).items);

describe('API Request: Send', () => {
	it('reads all pages of a list, with the query as it was written', async () => {
		const rows = await rowsOf({
			path: '/api/v2/campaigns.json',
			query: JSON.stringify({ fields: ['id'], sorting: 'id', _status__in: ['active', 'blocked'] }),
		});
		const expected = sandbox.myTarget.campaigns
			.filter(({ status }) => status !== 'deleted')
			.map(({ id }) => ({ id }));
		expect(rows).toEqual(expected);
		const [first, second] = sandbox.requests;
		expect(first!.query).toEqual({ fields: 'id', sorting: 'id', _status__in: 'active,blocked' });
		expect(second!.query).toMatchObject({ offset: '20', limit: '50', _status__in: 'active,blocked' });
	});

	it.each<[string, object, string[]]>([
		['with a page size of its own', { limit: 30 }, ['430+30', '460+30', '490+30']],
		['without one', {}, ['420+50', '470+50']],
	])('reads on behind an offset of the user, %s', async (_name, own, later) => {
		const path = '/api/v2/campaigns.json';
		const { items, hints } = await run({
			path,
			query: { fields: 'id', sorting: '-id', offset: 400, ...own },
		});
		const truth = sandbox.myTarget.campaigns.map(({ id }) => ({ id })).reverse();
		expect(jsonOf(items)).toEqual(truth.slice(400));
		const [first, ...others] = sandbox.requests.map(({ query }) => query);
		expect(first).toMatchObject({ offset: '400', sorting: '-id' });
		expect(others.map(({ offset, limit }) => `${offset}+${limit}`)).toEqual(later);
		for (const { sorting } of others) expect(sorting).toBe('-id');
		expect(hints).toHaveLength(1);
	});

	it('gives no rows, and no failure, behind an offset beyond the end', async () => {
		const query = { sorting: 'id', offset: 9000 };
		expect(await rowsOf({ path: '/api/v2/campaigns.json', query })).toEqual([]);
		expect(sandbox.requests).toHaveLength(1);
	});

	it.each([1, 3])('tells when the count changes after page %s', async (skip) => {
		const path = '/api/v2/campaigns.json';
		sandbox.faults.add({ path, skip, times: 1, fault: { kind: 'list-changes', by: 1 } });
		const { hints } = await run({ path, query: { sorting: 'id' } });
		expect(hints.join(' ')).toContain('changed while the list was read');
	});

	it('stops at the limit', async () => {
		const { items, hints } = await run({ path: '/api/v2/campaigns.json', returnAll: false, limit: 30 });
		expect(items).toHaveLength(30);
		expect(sandbox.requests.map(({ query }) => query.limit)).toEqual([undefined, '10']);
		expect(hints.join(' ')).toContain('limit of 30 rows');
		sandbox.reset();
		const exact = await run({ path: '/api/v2/campaigns.json', returnAll: false, limit: 20 });
		expect(exact.items).toHaveLength(20);
		expect(sandbox.requests).toHaveLength(1);
		expect(exact.hints.join(' ')).toContain('limit of 20 rows');
	});

	it('trap 43: totals of statistics v3, whose count is that of the page', async () => {
		const rows = await rowsOf({
			path: '/api/v3/statistics/campaigns/day.json',
			query: '{ "date_from": "2026-02-01", "date_to": "2026-02-28" }',
		});
		expect(rows.map(({ id }) => id).sort()).toEqual(sandbox.myTarget.campaigns.map(({ id }) => id).sort());
		expect(sandbox.requests.map(({ query }) => query.limit)).toEqual(['250', '250', '250']);
	});

	describe('trap 43: where the count of such totals is that of all,', () => {
		const path = '/api/v3/statistics/campaigns/day.json';
		const query = { date_from: '2026-02-01', offset: 10 };
		const pages = (count: number, ...pages: number[][]) => {
			for (const page of pages) {
				const items = page.map((id) => ({ id }));
				sandbox.faults.add({ path, times: 1, fault: answer(200, { items, count, limit: 250 }) });
			}
		};

		it('it counts those before the offset of the user, and a short page may not be the last', async () => {
			pages(15, [1, 2], [3], [4, 5]);
			expect((await rowsOf({ path, query })).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
			expect(sandbox.requests.map((request) => request.query.offset)).toEqual(['10', '12', '13']);
		});

		it('fewer than it names are a failure', async () => {
			pages(17, [1, 2, 3, 4, 5], []);
			await expect(run({ path, query })).rejects.toThrow('announced 7 rows and stopped after 5');
		});

		it('a limit that one page fills leaves the rest, and says so only where there is one', async () => {
			for (const [count, hint] of [
				[15, 0],
				[16, 1],
			] as const) {
				sandbox.reset();
				pages(count, [1, 2, 3, 4, 5]);
				const { items, hints } = await run({ path, query, returnAll: false, limit: 5 });
				expect(items).toHaveLength(5);
				expect(hints.filter((text) => text.includes('limit of 5 rows'))).toHaveLength(hint);
				expect(sandbox.requests).toHaveLength(1);
			}
		});
	});

	it('gives the items of a list that is not paged, and no second request', async () => {
		const rows = await rowsOf({ path: '/api/v2/packages.json' });
		expectSameRows(rows, sandbox.myTarget.packages);
		expect(sandbox.requests).toHaveLength(1);
	});

	it('gives one item for an object', async () => {
		const { id } = sandbox.myTarget.campaigns[0]!;
		const rows = await rowsOf({ path: `/api/v2/campaigns/${id}.json`, query: { fields: 'id,name' } });
		expect(rows).toEqual([{ id, name: sandbox.myTarget.campaigns[0]!.name }]);
	});

	it('gives one item for a 204, and sends a list as the body of a mass action', async () => {
		const body = sandbox.myTarget.adGroups.slice(0, 3).map(({ id }) => ({ id, status: 'blocked' }));
		const path = '/api/v2/ad_groups/mass_action.json';
		expect(await rowsOf({ method: 'POST', path, body: JSON.stringify(body) })).toEqual([{ success: true }]);
		expect(sandbox.requests.map((request) => [request.method, request.body, request.status])).toEqual([
			['POST', body, 204],
		]);
	});

	it.each([
		['/api/v2/campaigns/6617841.json', '/api/v2/campaigns/{id}.json'],
		['/api/v2/ad_groups/12/banners.json', '/api/v2/ad_groups/{id}/banners.json'],
		['/api/v2/urls/1,22,333.json', '/api/v2/urls/{id}.json'],
		['/api/v2/statistics/campaigns/day.json', '/api/v2/statistics/campaigns/day.json'],
	])('counts %s as %s', (path, template) => {
		expect(methodOf({ method: 'GET', path })).toBe(`GET ${template}`);
	});
});

describe('refused before any request', () => {
	it.each([
		'campaigns.json',
		'/v2/campaigns.json',
		'https://example.com/api/v2/campaigns.json',
		'//example.com/api/v2/x.json',
		'/api//example.com/x.json',
		'/api/v2/../../x.json',
		'/api/v2/x@example.com',
		'/api/v2/campaigns.json?limit=5',
		'/api/v2/campaigns.json#x',
		'/api/v2/ x.json',
		'/api/v2/%2e%2e/x.json',
		'/api\\v2',
	])('the path %s', async (path) => {
		await expect(run({ path })).rejects.toThrow('Path is not the path of a method');
		expect(sandbox.requests).toEqual([]);
	});

	it.each([
		['{ ', 'Query (JSON) is no valid JSON'],
		['[1]', 'Query (JSON) is no JSON object'],
		['{ "_id__in": [] }', '_id__in in Query (JSON) is an empty list'],
		['{ "fields": { "id": 1 } }', 'fields in Query (JSON) is neither'],
	])('the query %s', async (query, message) => {
		await expect(run({ path: '/api/v2/campaigns.json', query })).rejects.toThrow(message);
		expect(sandbox.requests).toEqual([]);
	});
});
