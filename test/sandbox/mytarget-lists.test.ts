import { describe, expect, it } from '@jest/globals';

import { type Json } from './client';
import { sandboxOfFile, withSandbox } from './opened';
import { callMyTarget, myTargetAnswer } from './mytarget/client';

const sandbox = sandboxOfFile();

interface Page {
	count: number;
	offset: number;
	limit?: number;
	items: Json[];
}

const page = async (path: string, query: Record<string, string> = {}) =>
	(await myTargetAnswer(sandbox, path, { query })) as unknown as Page;

/** Everything, as a well-behaved client reads it. */
async function everything(path: string, query: Record<string, string> = {}, limit = 50): Promise<Json[]> {
	const items: Json[] = [];
	for (;;) {
		const { count, items: more } = await page(path, {
			...query,
			limit: String(limit),
			offset: String(items.length),
		});
		for (const item of more) items.push(item);
		if (more.length === 0 || items.length >= count) return items;
	}
}

const CAMPAIGNS = '/api/v2/campaigns.json';
const BANNERS = '/api/v2/banners.json';
const CLIENTS = '/api/v2/agency/clients.json';
const SEGMENTS = '/api/v2/remarketing/segments.json';
const TRANSACTIONS = '/api/v2/billing/transaction_groups.json';

describe('a list', () => {
	it('has pages of 20 by default and ends with an empty one', async () => {
		const first = await page(CAMPAIGNS);
		expect(first).toEqual({
			count: 1250,
			offset: 0,
			items: sandbox.myTarget.listed('campaigns').slice(0, 20),
		});
		expect(await page(CAMPAIGNS, { offset: '1250', limit: '50' })).toEqual({
			count: 1250,
			offset: 1250,
			items: [],
		});
	});

	it.each([
		['ad_plans', 120, ['id', 'name']],
		['ad_groups', 1250, ['id', 'name', 'ad_plan_id', 'package_id']],
		['campaigns', 1250, ['id', 'name', 'package_id', 'last_updated']],
		['banners', 1700, ['id', 'ad_group_id', 'moderation_status', 'ord_marker']],
	] as const)('of %s can be read to its end', async (resource, count, fields) => {
		const all = await everything(`/api/v2/${resource}.json`);
		expect(all).toHaveLength(count);
		expect(all).toEqual(sandbox.myTarget.listed(resource, fields));
	});

	it('of another seed is another one', async () => {
		await withSandbox({ myTarget: { seed: 2, campaigns: 5 } }, async (other) => {
			const { items } = await myTargetAnswer(other, CAMPAIGNS);
			expect(items).toEqual(other.myTarget.listed('campaigns'));
			expect(items).not.toEqual(sandbox.myTarget.listed('campaigns').slice(0, 5));
		});
	});

	it('takes fields, sorting and filters', async () => {
		const fields = ['id', 'name', 'status', 'last_updated'];
		const truth = sandbox.myTarget.listed('campaigns', fields);
		const wanted = truth.filter(
			({ status, last_updated }) => status !== 'active' && last_updated! >= '2024-06-01',
		);
		expect(wanted.length).toBeGreaterThan(50);
		const found = await everything(CAMPAIGNS, {
			fields: fields.join(','),
			sorting: '-status,id',
			_status__ne: 'active',
			_last_updated__gte: '2024-06-01 00:00:00',
		});
		const split = (status: string) => wanted.filter((campaign) => campaign.status === status);
		expect(found).toEqual([...split('deleted'), ...split('blocked')]);
		const ids = truth.slice(7, 10).map(({ id }) => id);
		expect((await page(CAMPAIGNS, { _id__in: ids.join(',') })).items.map(({ id }) => id)).toEqual(ids);
	});

	it('of banners can be filtered by parents and texts', async () => {
		const parent = sandbox.myTarget.banners[3]!.ad_group_id;
		const truth = sandbox.myTarget.banners.filter(({ ad_group_id }) => ad_group_id === parent);
		const found = await page(BANNERS, { _ad_group_id: String(parent), _textblock: 'Весна' });
		expect(found.items.map(({ id }) => id)).toEqual(truth.map(({ id }) => id));
		expect((await page(BANNERS, { _textblock: 'весна' })).count).toBe(0);
	});

	it('of clients nests its filters', async () => {
		expect(await everything(CLIENTS)).toHaveLength(63);
		const { user } = sandbox.myTarget.clients[5]!;
		const found = await page(CLIENTS, { _user__id__in: `${user.id},1`, _user__username: user.username });
		expect(found).toMatchObject({ count: 1, limit: 20, offset: 0, items: [{ user: { id: user.id } }] });
		expect((await page(CLIENTS, { _user__status__ne: 'active' })).count).toBe(
			sandbox.myTarget.clients.filter((client) => client.user.status !== 'active').length,
		);
	});

	it('of segments has 100 at most, of transactions 50 without asking', async () => {
		expect(await everything(SEGMENTS, {}, 100)).toEqual(sandbox.myTarget.segments);
		const buyers = sandbox.myTarget.segments.filter(({ name }) => String(name).startsWith('Buyers'));
		expect((await page(SEGMENTS, { _name__startswith: 'Buyers' })).count).toBe(buyers.length);
		expect(await page(TRANSACTIONS)).toMatchObject({ limit: 50, count: 130 });
		expect(await everything(TRANSACTIONS)).toEqual(sandbox.myTarget.transactions);
	});

	it.each<[string, string, Record<string, string>]>([
		['limit', CAMPAIGNS, { limit: '51' }],
		['limit', CAMPAIGNS, { limit: '0' }],
		['limit', SEGMENTS, { limit: '101' }],
		['offset', CAMPAIGNS, { offset: '-1' }],
		['fields', CAMPAIGNS, { fields: 'id,nonsense' }],
		['fields', CAMPAIGNS, { fields: '' }],
		['fields', '/api/v2/ad_plans.json', { fields: 'id,ad_groups' }],
		['fields', '/api/v2/ad_groups.json', { fields: 'id,banners' }],
		['sorting', CAMPAIGNS, { sorting: 'created' }],
		['sorting', BANNERS, { sorting: 'id' }],
		['status', CAMPAIGNS, { status: 'active' }],
		['_status', CAMPAIGNS, { _status: 'running' }],
		['_id__gt', CAMPAIGNS, { _id__gt: '5' }],
		['_id__not_in', CAMPAIGNS, { _id__not_in: '5' }],
		['_id__in', CAMPAIGNS, { _id__in: '' }],
		['_id__in', CAMPAIGNS, { _id__in: '1,1' }],
		['_id__in', CAMPAIGNS, { _id__in: Array.from({ length: 51 }, (_, id) => id + 1).join(',') }],
		['_id', CAMPAIGNS, { _id: '1,2' }],
		['_id__eq', CAMPAIGNS, { _id__eq: '1' }],
		['_last_updated__gt', CAMPAIGNS, { _last_updated__gt: '2026-02-30 00:00:00' }],
		['_last_updated__gt', CAMPAIGNS, { _last_updated__gt: '2026-02-01T00:00:00Z' }],
		['_name__startswith', CAMPAIGNS, { _name__startswith: 'a' }],
		['_user__account__id', CLIENTS, { _user__account__id: '1' }],
		['limit', '/api/v2/packages.json', { limit: '50' }],
	])('refuses %s of %s %j', async (field, path, query) => {
		const response = await callMyTarget(sandbox, path, { query });
		expect(response.status).toBe(400);
		expect(await response.json()).toEqual({
			error: {
				code: 'validation_failed',
				message: 'Validation failed',
				fields: { [field]: expect.objectContaining({ code: expect.any(String) }) },
			},
		});
	});

	it('that is not paged comes whole', async () => {
		const { items } = await myTargetAnswer(sandbox, '/api/v2/packages.json');
		expect(items).toEqual(sandbox.myTarget.packages);
		const regions = await myTargetAnswer(sandbox, '/api/v2/regions.json', {
			query: { _flags__in: 'rb_active,geo_tree' },
			headers: { 'accept-language': 'ru' },
		});
		const found = regions.items as { flags: string[]; name: string }[];
		expect([found.length, regions.count]).toEqual([422, 422]);
		expect(found.every(({ flags }) => flags.includes('rb_active') && flags.includes('geo_tree'))).toBe(true);
		expect(found[0]!.name).toBe('Россия');
		expect(Object.keys(await myTargetAnswer(sandbox, '/api/v2/goals.json'))).toContain('topmailru');
	});
});

describe('a fault of a list', () => {
	const read = () => everything(CAMPAIGNS, { sorting: 'id' });

	it('repeat-page', async () => {
		sandbox.faults.add({ path: CAMPAIGNS, skip: 1, times: 1, fault: { kind: 'repeat-page' } });
		const found = await read();
		expect(found).toHaveLength(1250);
		expect(new Set(found.map(({ id }) => id)).size).toBe(1200);
	});

	it('empty-page', async () => {
		sandbox.faults.add({ path: CAMPAIGNS, skip: 2, times: 1, fault: { kind: 'empty-page' } });
		expect(await read()).toHaveLength(100);
	});

	it('counts-more', async () => {
		sandbox.faults.add({ path: CAMPAIGNS, fault: { kind: 'counts-more', by: 3 } });
		expect(await page(CAMPAIGNS)).toMatchObject({ count: 1253, items: { length: 20 } });
	});

	it('list-changes: one gone shifts the pages, one more comes last', async () => {
		const before = sandbox.myTarget.campaigns.map(({ id }) => id);
		sandbox.faults.add({ path: CAMPAIGNS, skip: 1, times: 1, fault: { kind: 'list-changes', by: -1 } });
		const missing = new Set(before);
		for (const { id } of await read()) missing.delete(id as number);
		expect([...missing]).toEqual([before[50]]);
		expect(sandbox.myTarget.campaigns).toHaveLength(1249);
		sandbox.reset();
		sandbox.faults.add({ path: CAMPAIGNS, skip: 1, times: 1, fault: { kind: 'list-changes', by: 1 } });
		expect((await read()).map(({ id }) => id)).toEqual(sandbox.myTarget.campaigns.map(({ id }) => id));
		expect(sandbox.myTarget.campaigns).toHaveLength(1251);
	});

	it.each([
		[{ kind: 'error-in-200', code: 5, message: 'no' } as const, { error: { code: '5', message: 'no' } }],
		[{ kind: 'unknown-envelope' } as const, { result: { objects: [{ id: 1 }], total: 1 } }],
	])('%j', async (fault, body) => {
		sandbox.faults.add({ path: CAMPAIGNS, fault });
		const response = await callMyTarget(sandbox, CAMPAIGNS);
		expect([response.status, await response.json()]).toEqual([200, body]);
	});

	it('without a meaning for a method is told', async () => {
		sandbox.faults.add({ path: '/api/v2/packages.json', fault: { kind: 'repeat-page' } });
		expect((await callMyTarget(sandbox, '/api/v2/packages.json')).status).toBe(501);
	});
});
