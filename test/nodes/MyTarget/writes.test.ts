import { describe, expect, it } from '@jest/globals';

import { answer, failing, jsonOf, runOnFakeClock } from './harness';
import { CREATE, locator, NEW_CAMPAIGN, writeStage } from './write-stage';

const { sandbox, rowsOf, failure, writes } = writeStage();

describe('changes', () => {
	it('Create sends the JSON and gives the new object', async () => {
		const packageId = Number(sandbox.myTarget.packages[0]!.id);
		const body = { ...NEW_CAMPAIGN, package_id: packageId };
		const [row] = await rowsOf({ ...CREATE, body: JSON.stringify(body) });
		expect(row).toEqual({ id: expect.any(Number) });
		expect(sandbox.myTarget.campaigns.map(({ id }) => id)).toContain(row!.id);
		expect(writes().map(({ method, path, body }) => ({ method, path, body }))).toEqual([
			{ method: 'POST', path: '/api/v2/campaigns.json', body },
		]);
		expect(writes()[0]!.headers['content-type']).toBe('application/json');
	});

	it.each([
		['campaign', CREATE],
		['banner', { ...CREATE, resource: 'banner', parentId: locator(1) }],
	])('Create of a %s that is answered with 204 was done all the same', async (_name, parameters) => {
		sandbox.faults.add({ path: /\/api\/v2/, fault: answer(204, '') });
		expect(await rowsOf(parameters)).toEqual([{ success: true }]);
		expect(writes()).toHaveLength(1);
	});

	it.each([
		['campaign', '/api/v2/campaigns', () => sandbox.myTarget.campaigns],
		['adPlan', '/api/v2/ad_plans', () => sandbox.myTarget.adPlans],
		['adGroup', '/api/v2/ad_groups', () => sandbox.myTarget.adGroups],
		['banner', '/api/v2/banners', () => sandbox.myTarget.banners],
	])('%s: Update is a POST to the object', async (resource, collection, objects) => {
		const { id } = objects().find(({ status }) => status === 'active')!;
		const updateFields = { status: 'blocked' };
		const rows = await rowsOf({
			resource,
			operation: 'update',
			[`${resource}Id`]: locator(id),
			updateFields,
		});
		expect(rows).toEqual([{ id, success: true }]);
		expect(objects().find((object) => object.id === id)!.status).toBe('blocked');
		expect(writes().map(({ method, path }) => [method, path])).toEqual([
			['POST', `${collection}/${id}.json`],
		]);
	});

	it.each([
		['campaign', () => sandbox.myTarget.campaigns],
		['adGroup', () => sandbox.myTarget.adGroups],
		['banner', () => sandbox.myTarget.banners],
	])('%s: Delete', async (resource, objects) => {
		const { id } = objects().find(({ status }) => status === 'active')!;
		const rows = await rowsOf({ resource, operation: 'delete', [`${resource}Id`]: locator(id) });
		expect(rows).toEqual([{ id, deleted: true }]);
		expect(objects().find((object) => object.id === id)?.status ?? 'deleted').toBe('deleted');
	});

	it('trap 28: a banner is created under its parent', async () => {
		const parent = sandbox.myTarget.adGroups.find(({ status }) => status === 'active')!.id;
		const existing = sandbox.myTarget.banners[0] as unknown as Record<string, unknown>;
		const body = {
			name: 'New banner',
			urls: existing.urls,
			content: existing.content,
			textblocks: existing.textblocks,
		};
		await rowsOf({
			resource: 'banner',
			operation: 'create',
			parentId: locator(parent),
			body,
		}).catch(() => undefined);
		expect(writes().map(({ method, path }) => [method, path])).toEqual([
			['POST', `/api/v2/ad_groups/${parent}/banners.json`],
		]);
	});

	it('validation errors are told by field', async () => {
		expect(await failure({ ...CREATE, body: { name: 'x' } })).toMatchObject(
			failing('request-invalid', /Fields: package_id \(required/),
		);
	});
});

describe('a new ad plan', () => {
	const group = () => ({ name: 'Group', package_id: Number(sandbox.myTarget.packages[0]!.id) });
	const create = async (additionalFields: object) =>
		runOnFakeClock(sandbox, {
			...{ resource: 'adPlan', operation: 'create', additionalFields: { name: 'Plan', ...additionalFields } },
			body: JSON.stringify({ ad_groups: [group()] }),
		});
	const AT_ONCE = 'active at once';

	it('is told to be active at once', async () => {
		const { hints } = await create({});
		expect(hints.some((hint) => hint.includes(AT_ONCE))).toBe(true);
	});

	it('is not where it was created as blocked', async () => {
		const { hints, items } = await create({ status: 'blocked' });
		expect(hints.some((hint) => hint.includes(AT_ONCE))).toBe(false);
		const plan = sandbox.myTarget.adPlans.find(({ id }) => id === jsonOf(items)[0]!.id);
		expect(plan!.status).toBe('blocked');
	});
});

describe('a change whose answer got lost', () => {
	it('is not sent again, and the message tells where to look', async () => {
		const package_id = Number(sandbox.myTarget.packages[0]!.id);
		const before = sandbox.myTarget.campaigns.length;
		const fault = { kind: 'reset-after' } as const;
		sandbox.faults.add({ path: '/api/v2/campaigns.json', method: 'POST', times: 1, fault });
		const look = /^Look with Campaign > Get Many/;
		expect(await failure({ ...CREATE, body: { ...NEW_CAMPAIGN, package_id } })).toMatchObject(
			failing(
				'temporarily-unavailable',
				/may have been done all the same\. Look with Campaign > Get Many/,
				look,
			),
		);
		expect(writes()).toHaveLength(1);
		expect(sandbox.myTarget.campaigns).toHaveLength(before + 1);
	});

	it.each([
		['update', 'what it is like now before you run this again.'],
		['delete', 'whether it is still there.'],
	])('tells where to look after %s', async (operation, what) => {
		const { id } = sandbox.myTarget.campaigns[0]!;
		sandbox.faults.add({ path: /campaigns/, fault: { kind: 'reset-after' } });
		const failed = await failure({
			resource: 'campaign',
			operation,
			campaignId: locator(id),
			updateFields: { status: 'blocked' },
		});
		const check = `Look with Campaign > Get, ID ${id}, ${what}`;
		expect((failed as Error).message).toContain(`may have been done all the same. ${check}`);
		expect(failed).toMatchObject({ description: check });
		expect(writes()).toHaveLength(1);
	});
});
