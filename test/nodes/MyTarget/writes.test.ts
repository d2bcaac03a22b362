import { describe, expect, it } from '@jest/globals';

import { MyTarget } from '../../../nodes/MyTarget/MyTarget.node';
import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { answer, failing, Harness, jsonOf, NOW, runOnFakeClock, failureOf } from './harness';

const sandbox = ofFile(async () =>
	startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 30, banners: 30 } }),
);

const NEW_CAMPAIGN = { name: 'New campaign', package_id: 83 };
const CREATE = { resource: 'campaign', operation: 'create', body: JSON.stringify(NEW_CAMPAIGN) };
const locator = (value: number) => ({ __rl: true, mode: 'id', value: String(value) });
const UPDATE = { resource: 'campaign', operation: 'update', campaignId: locator(6_617_841) };
const writes = () => sandbox.requests.filter(({ method }) => method !== 'GET');
const rowsOf = async (parameters: object) => jsonOf((await runOnFakeClock(sandbox, { ...parameters })).items);

const failure = async (parameters: object) => failureOf(rowsOf(parameters));

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

describe('the usual fields', () => {
	it('go out under the names of the platform, beside the rest as JSON', async () => {
		const { id } = sandbox.myTarget.campaigns.find(({ status }) => status === 'active')!;
		await rowsOf({
			...UPDATE,
			campaignId: locator(id),
			updateFields: {
				name: 'Весна',
				status: 'blocked',
				budgetLimitDay: 1500.5,
				budgetLimit: '90000',
				dateStart: '2026-04-01T00:00:00',
				dateEnd: '30.04.2026',
			},
			body: '{ "utm": "utm_source=vk" }',
		});
		expect(writes().map(({ body }) => body)).toEqual([
			{
				utm: 'utm_source=vk',
				name: 'Весна',
				status: 'blocked',
				budget_limit_day: 1500.5,
				budget_limit: 90000,
				date_start: '2026-04-01',
				date_end: '2026-04-30',
			},
		]);
	});

	it('of a kind that has fewer are not sent, though another kind left them', async () => {
		const { id } = sandbox.myTarget.banners.find(({ status }) => status === 'active')!;
		const updateFields = { name: 'Лето', budgetLimit: 5 };
		await rowsOf({ resource: 'banner', operation: 'update', bannerId: locator(id), updateFields });
		expect(writes().map(({ body }) => body)).toEqual([{ name: 'Лето' }]);
	});

	it.each(['create', 'update'])('an untouched Body of %s is no error in the editor', (operation) => {
		const bodies = new MyTarget().description.properties.filter(
			({ name, displayOptions: { show } = {} }) => name === 'body' && show?.operation?.includes(operation),
		);
		expect(bodies.length).toBeGreaterThan(0);
		for (const body of bodies) expect(JSON.parse(String(body.default))).toEqual({});
	});

	it('JSON that is none is answered with the way to write values', async () => {
		expect(await failure({ ...CREATE, body: '{ "name": "a"b" }' })).toMatchObject({
			description: expect.stringContaining('JSON.stringify'),
		});
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

describe('refused before any request', () => {
	it.each<[string, object, RegExp]>([
		['a body that is no JSON', { ...CREATE, body: '{ name: ' }, /^Body \(JSON\) is no valid JSON/],
		[
			'nothing to send',
			{ ...CREATE, body: '{}' },
			/^Additional Fields and Body \(JSON\) are empty, so there is nothing to send/,
		],
		[
			'a field that is given twice',
			{ ...CREATE, additionalFields: { name: 'Spring' } },
			/^Name is set in Additional Fields and, as "name", in Body \(JSON\)/,
		],
		[
			'a status that makes no sense of a new object',
			{ ...CREATE, additionalFields: { status: 'deleted' } },
			/^Status is "deleted", which is not one of its values/,
		],
		[
			'a day that does not exist',
			{ ...UPDATE, updateFields: { dateEnd: '2026-02-30' } },
			/^End Date is "2026-02-30", which is no date/,
		],
		[
			'a budget that is none',
			{ ...UPDATE, updateFields: { budgetLimitDay: 'much' } },
			/^Daily Budget is "much", which is no number/,
		],
		['an empty name', { ...UPDATE, updateFields: { name: ' ' } }, /^Name is empty/],
		['a list as a body', { ...CREATE, body: '[{}]' }, /^Body \(JSON\) is no JSON object with fields/],
		[
			'no object',
			{ ...CREATE, operation: 'update', campaignId: locator(0) },
			/^Campaign is "0", which is no ID of one/,
		],
	])('%s', async (_name, parameters, message) => {
		expect(((await failure(parameters)) as Error).message).toMatch(message);
		expect(sandbox.requests).toEqual([]);
	});

	it("nothing that reads, with n8n's Retry On Fail", async () => {
		const harness = await Harness.open({ myTarget: { campaigns: 5 } });
		const send = { resource: 'request', operation: 'send', path: '/api/v2/campaigns.json', method: 'GET' };
		expect((await harness.run(send, {}, { retryOnFail: true })).error).toBeUndefined();
	});
});
