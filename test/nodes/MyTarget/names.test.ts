import { describe, expect, it } from '@jest/globals';

import { parentOfBanner } from '../../../nodes/MyTarget/object/kinds';
import { ObjectNames } from '../../../nodes/MyTarget/report/object-names';
import { typeOf } from '../../../nodes/MyTarget/report/object-scope';
import { Harness } from './harness';
import { DAILY, statisticsStage } from './statistics-stage';

const { sandbox, rowsOf } = statisticsStage();
const lists = () => sandbox.requests.filter(({ path }) => !path.includes('/statistics/'));

const KINDS = [
	['campaigns', 'campaign', 'ad_plan_id', () => sandbox.myTarget.campaigns],
	['ad_groups', 'adGroup', 'ad_plan_id', () => sandbox.myTarget.adGroups],
	['banners', 'banner', 'ad_group_id', () => sandbox.myTarget.banners],
	['ad_plans', 'adPlan', undefined, () => sandbox.myTarget.adPlans],
] as const;

describe('Add Names', () => {
	it.each(KINDS)('%s: chosen ones have their names and parents', async (objectType, kind, parent, all) => {
		const objects = all().slice(3, 63);
		const rows = await rowsOf({
			operation: 'getSummary',
			...{ objectType, objectScope: 'byId', [`${kind}IdList`]: objects.map(({ id }) => id).join(',') },
			addNames: true,
		});
		const named = rows.map(({ id, name, ...row }) => ({
			id,
			name,
			...(parent && { [parent]: row[parent] }),
		}));
		expect(named).toEqual(
			objects.map(({ id, name, ...object }) => ({ id, name, ...(parent && { [parent]: object[parent] }) })),
		);
		expect(lists()).toHaveLength(Math.ceil(objects.length / 50));
		const keys = Object.keys(rows[0]!);
		expect(keys.slice(0, parent === undefined ? 2 : 3)).toEqual(['id', 'name', ...(parent ? [parent] : [])]);
	});

	it('of all objects takes no request more: they are listed anyway', async () => {
		await rowsOf({ addNames: false });
		const without = lists().length;
		sandbox.reset();
		const rows = await rowsOf({ addNames: true });
		expect(lists()).toHaveLength(without);
		expect(new Set(rows.map(({ name }) => typeof name))).toEqual(new Set(['string']));
	});

	it.each([
		['getPeriod', {}],
		['getPeriod', { returnAll: false, limit: 5 }],
		['getGoals', {}],
		['getFast', {}],
		['getDaily', { simplify: false }],
	])('%s %j has them too', async (operation, changes) => {
		const rows = await rowsOf({ operation, addNames: true, objectType: 'ad_plans', ...changes });
		expect(rows.length).toBeGreaterThan(0);
		const names = new Map(sandbox.myTarget.adPlans.map(({ id, name }) => [id, name]));
		for (const { id, name } of rows) expect(name).toBe(names.get(Number(id)));
	});

	it('of the account itself is its login', async () => {
		const [row] = await rowsOf({ operation: 'getSummary', objectType: 'users', addNames: true });
		expect(row).toMatchObject({ id: sandbox.myTarget.userId, name: sandbox.myTarget.username });
	});

	it('is there in slices that run at the same time, and asked for once', async () => {
		const ids = sandbox.myTarget.campaigns.slice(0, 60).map(({ id }) => id);
		const options = { daysPerRequest: 1, idsPerRequest: 40, maxConcurrency: 8 };
		const rows = await rowsOf({ objectScope: 'selected', campaignIds: ids, addNames: true, options });
		expect(rows).toHaveLength(7 * 60);
		expect(rows.filter(({ name }) => name === null)).toEqual([]);
		expect(lists()).toHaveLength(2);
	});

	it('is asked for again where the answer failed for good', async () => {
		const { id, name } = sandbox.myTarget.campaigns[0]!;
		sandbox.faults.add({
			path: '/api/v2/campaigns.json',
			times: 1,
			fault: { kind: 'status', status: 403, body: '{"error":{"code":"access_denied"}}' },
		});
		const options = { daysPerRequest: 4, maxConcurrency: 1, onSliceFailure: 'continue' };
		const rows = await rowsOf({ objectScope: 'selected', campaignIds: [id], addNames: true, options });
		expect(rows.map((row) => row.name)).toEqual([name, name, name]);
	});

	it('is null where a list does not know an object', async () => {
		const { id } = sandbox.myTarget.campaigns[0]!;
		sandbox.faults.add({
			path: '/api/v2/campaigns.json',
			fault: { kind: 'status', status: 200, body: '{"count":0,"offset":0,"items":[]}' },
		});
		const rows = await rowsOf({ objectScope: 'selected', campaignIds: [id], addNames: true });
		expect(rows.every(({ name, ad_plan_id }) => name === null && ad_plan_id === null)).toBe(true);
		expect(lists()).toHaveLength(1);
	});

	it('stands in the columns of a file, in its place', async () => {
		const harness = await Harness.open({ myTarget: { campaigns: 3, banners: 3 } });
		const run = await harness.run({ ...DAILY, dateRange: 'yesterday', addNames: true, output: 'file' });
		const [{ columns }] = run.json('VK Ads (myTarget)') as [{ columns: string[] }];
		expect(columns.slice(0, 4)).toEqual(['id', 'name', 'ad_plan_id', 'date']);
		expect(columns).toContain('vk_result');
		expect(columns).not.toContain('_extra');
	});
});

describe('Skip Empty Days', () => {
	it('leaves out what is zero in every set', async () => {
		const all = await rowsOf();
		const rows = await rowsOf({ options: { skipEmptyDays: true } });
		const isEmpty = ({ shows, clicks, goals, spent, vk_goals: vk }: Record<string, unknown>) =>
			[shows, clicks, goals, spent, vk].every((value) => value === 0);
		expect(rows).toEqual(all.filter((row) => !isEmpty(row)));
		expect(rows.length).toBeLessThan(all.length);
	});

	it('still fills a limit', async () => {
		const rows = await rowsOf({ returnAll: false, limit: 70, options: { skipEmptyDays: true } });
		expect(rows).toHaveLength(70);
	});
});

describe('Objects: Active', () => {
	it('asks for those with that status alone', async () => {
		const active = sandbox.myTarget.campaigns.filter(({ status }) => status === 'active').map(({ id }) => id);
		const rows = await rowsOf({ operation: 'getSummary', objectScope: 'active' });
		expect(rows.map(({ id }) => id)).toEqual(active);
		for (const { query } of lists()) expect(query._status).toBe('active');
	});

	it('holds for the totals of a period with a limit, too', async () => {
		const active = new Set(
			sandbox.myTarget.campaigns.filter(({ status }) => status === 'active').map(({ id }) => id as unknown),
		);
		const rows = await rowsOf({ operation: 'getPeriod', objectScope: 'active', returnAll: false, limit: 9 });
		expect(rows).toHaveLength(9);
		expect(rows.every(({ id }) => active.has(id))).toBe(true);
	});
});

describe('Object Type', () => {
	it('is at first what the platform of the credential calls campaigns', async () => {
		const rows = await rowsOf({ operation: 'getSummary', objectType: undefined });
		expect(rows.map(({ id }) => id)).toEqual(sandbox.myTarget.adPlans.map(({ id }) => id));
	});

	it('and the words for parents are others on myTarget', () => {
		const vkAds = { hasAdPlans: true };
		const myTarget = { hasAdPlans: false };
		expect(typeOf({ type: 'auto' }, vkAds)).toBe('ad_plans');
		expect(typeOf({ type: 'auto' }, myTarget)).toBe('campaigns');
		expect(typeOf({ type: 'banners' }, myTarget)).toBe('banners');
		expect(parentOfBanner.collectionOf(vkAds)).toBe('/api/v2/ad_groups');
		expect(parentOfBanner.collectionOf(myTarget)).toBe('/api/v2/campaigns');
		const names = new ObjectNames();
		expect(names.fields('banners', vkAds)).toEqual(['name', 'ad_group_id']);
		expect(names.fields('banners', myTarget)).toEqual(['name', 'campaign_id']);
		expect(names.fields('campaigns', myTarget)).toEqual(['name']);
	});

	it('carries no ids along to another type', async () => {
		await expect(
			rowsOf({ objectType: 'banners', objectScope: 'selected', campaignIds: ['1'] }),
		).rejects.toThrow(/Objects is From List, but Banner Names or IDs is empty/);
		expect(sandbox.requests).toEqual([]);
	});

	it('of a planned slice and its ids are fed back as they are', async () => {
		const [slice] = await rowsOf({ operation: 'planSlices', objectType: undefined, addNames: true });
		expect(slice).toMatchObject({ objectType: 'auto', objectScope: 'selected' });
		const { index: _index, count: _count, ...again } = slice!;
		const rows = await rowsOf({ ...again, dateRange: 'custom' });
		expect(new Set(rows.map(({ id }) => String(id)))).toEqual(new Set(slice!.objectIds as string[]));
	});
});
