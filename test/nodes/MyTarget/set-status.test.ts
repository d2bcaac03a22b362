import { describe, expect, it } from '@jest/globals';

import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { failing, Harness, jsonOf, NOW, runOnFakeClock, failureOf } from './harness';

const sandbox = ofFile(async () =>
	startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 450, banners: 60, adPlans: 9 } }),
);

const changes = () => sandbox.requests.filter(({ path }) => path.endsWith('/mass_action.json'));
const run = async (parameters: object) =>
	runOnFakeClock(sandbox, { operation: 'setStatus', status: 'blocked', ...parameters });
const failure = async (parameters: object) => failureOf(run(parameters)) as Promise<Error>;
const byIds = (kind: string, ids: readonly unknown[]) => ({
	resource: kind,
	[`${kind}Scope`]: 'byId',
	[`${kind}IdList`]: ids.join(','),
});

const KINDS = [
	['campaign', 'campaigns', () => sandbox.myTarget.campaigns],
	['adGroup', 'ad_groups', () => sandbox.myTarget.adGroups],
	['adPlan', 'ad_plans', () => sandbox.myTarget.adPlans],
	['banner', 'banners', () => sandbox.myTarget.banners],
] as const;

describe('Set Status', () => {
	it.each(KINDS)('of a %s sends them in one request and gives one item for each', async (kind, path, all) => {
		const [one, two] = all().filter(({ status }) => status === 'active') as unknown as [
			{ id: number },
			{ id: number },
		];
		const { items } = await run({
			...{ resource: kind, [`${kind}Scope`]: 'selected', [`${kind}Ids`]: [String(one.id), String(two.id)] },
		});
		expect(jsonOf(items)).toEqual([one, two].map(({ id }) => ({ id, success: true })));
		expect(changes().map(({ method, path, body }) => [method, path, body])).toEqual([
			['POST', `/api/v2/${path}/mass_action.json`, [one, two].map(({ id }) => ({ id, status: 'blocked' }))],
		]);
		const now = all().filter(({ id }) => id === one.id || id === two.id);
		expect(now.map(({ status }) => status)).toEqual(['blocked', 'blocked']);
	});

	it('takes 200 at a time, each once', async () => {
		const ids = sandbox.myTarget.campaigns.map(({ id }) => id);
		const { items, hints } = await run(byIds('campaign', [...ids, ids[0]]));
		expect(jsonOf(items)).toHaveLength(450);
		expect(changes().map(({ body }) => (body as object[]).length)).toEqual([200, 200, 50]);
		expect(hints.join()).toContain('Changed 450 campaigns');
		expect(new Set(sandbox.myTarget.campaigns.map(({ status }) => status))).toEqual(new Set(['blocked']));
	});

	it('brings back what was deleted', async () => {
		const { id } = sandbox.myTarget.banners.find(({ status }) => status === 'deleted')!;
		await run({ ...byIds('banner', [id]), status: 'active' });
		expect(sandbox.myTarget.banners.find((banner) => banner.id === id)!.status).toBe('active');
	});

	it('tells what was changed before a batch that fails', async () => {
		const ids: number[] = sandbox.myTarget.campaigns.map(({ id }) => id);
		ids.splice(300, 0, sandbox.myTarget.deadId);
		expect((await failure(byIds('campaign', ids))).message).toMatch(
			new RegExp(
				`Unknown campaigns: ${sandbox.myTarget.deadId}.*about 200 campaigns from ${ids[200]} on; 200 of 451 were changed before it: all in their order, up to ${ids[199]}\\.`,
			),
		);
		expect(changes()).toHaveLength(2);
	});

	it('is not sent again when its answer got lost, and says where to look', async () => {
		const ids = sandbox.myTarget.banners.slice(0, 3).map(({ id }) => id);
		sandbox.faults.add({ path: /mass_action/, fault: { kind: 'reset-after' } });
		expect(await failure(byIds('banner', ids))).toMatchObject(
			failing('temporarily-unavailable', /Look with Banner > Get Many, Filters > IDs/, /^Look with Banner/),
		);
		expect(changes()).toHaveLength(1);
	});

	it("does not run with n8n's Retry On Fail", async () => {
		const harness = await Harness.open({ myTarget: { campaigns: 5 } });
		const parameters = { ...byIds('campaign', [1]), operation: 'setStatus', status: 'blocked' };
		const { error } = await harness.run(parameters, {}, { retryOnFail: true });
		expect(error?.message).toMatch(/Retry On Fail/);
		expect(harness.sandbox.requests).toEqual([]);
	});
});

describe('Include Ad Groups', () => {
	const groupsIn = (id: unknown) => sandbox.myTarget.adGroups.filter(({ ad_plan_id: plan }) => plan === id);
	/** One with groups of more than one status. */
	const mixedPlan = () =>
		sandbox.myTarget.adPlans.find(({ id }) => new Set(groupsIn(id).map(({ status }) => status)).size === 3)!;

	it('stops the groups of the plans too, and no others', async () => {
		const { id } = mixedPlan();
		const running = groupsIn(id).filter(({ status }) => status === 'active');
		const others = () => sandbox.myTarget.adGroups.filter(({ ad_plan_id: plan }) => plan !== id);
		const before = others().map(({ status }) => status);
		const deleted = groupsIn(id).filter(({ status }) => status === 'deleted').length;
		const { items } = await run({ ...byIds('adPlan', [id]), includeGroups: true });
		expect(jsonOf(items)).toEqual([{ id, success: true, ad_groups: running.map((group) => group.id) }]);
		expect(changes().map(({ path }) => path)).toEqual([
			'/api/v2/ad_plans/mass_action.json',
			'/api/v2/ad_groups/mass_action.json',
		]);
		expect(groupsIn(id).some(({ status }) => status === 'active')).toBe(false);
		expect(groupsIn(id).filter(({ status }) => status === 'deleted')).toHaveLength(deleted);
		expect(others().map(({ status }) => status)).toEqual(before);
	});

	it('never touches groups of other plans, though the platform passed over the filter', async () => {
		const { id } = mixedPlan();
		const other = groupsIn(sandbox.myTarget.adPlans.find((plan) => plan.id !== id)!.id)[0]!;
		const body = {
			count: 1,
			offset: 0,
			items: [{ id: other.id, ad_plan_id: other.ad_plan_id, status: 'active' }],
		};
		sandbox.faults.add({
			path: /ad_groups\.json/,
			fault: { kind: 'status', status: 200, body: JSON.stringify(body) },
		});
		await run({ ...byIds('adPlan', [id]), includeGroups: true });
		expect(changes().map(({ path }) => path)).toEqual(['/api/v2/ad_plans/mass_action.json']);
	});

	it('tells that the plans were changed where their groups cannot be', async () => {
		const { id } = mixedPlan();
		const fault = { kind: 'status', status: 403, body: '{"error":{"code":"access_denied"}}' } as const;
		sandbox.faults.add({ path: /ad_groups\/mass_action/, fault });
		const { message } = await failure({ ...byIds('adPlan', [id]), includeGroups: true });
		expect(message).toMatch(/none was changed before it\. The ad plans were changed before\./);
	});

	it('left out, the groups keep their status', async () => {
		const { id } = mixedPlan();
		const before = groupsIn(id).map(({ status }) => status);
		await run(byIds('adPlan', [id]));
		expect(groupsIn(id).map(({ status }) => status)).toEqual(before);
	});
});

describe('Set Status is refused before any request for', () => {
	it.each<[string, object, RegExp]>([
		[
			'nothing chosen',
			{ resource: 'banner', bannerScope: 'selected' },
			/^Banners is From List, but Banner Names or IDs is empty/,
		],
		['no id', byIds('banner', ['x']), /^Banner IDs contains "x", which is no ID/],
		[
			'a status that there is not',
			{ ...byIds('banner', [1]), status: 'paused' },
			/^Status is "paused", which is not one of its values/,
		],
		[
			'ids of another kind that were left behind',
			{ resource: 'banner', bannerScope: 'byId', campaignIdList: '1' },
			/Banner IDs is empty/,
		],
	])('%s', async (_name, parameters, message) => {
		expect((await failure(parameters)).message).toMatch(message);
		expect(sandbox.requests).toEqual([]);
	});
});
