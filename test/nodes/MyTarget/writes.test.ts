import { describe, expect, it } from '@jest/globals';

import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { answer, failing, Harness, jsonOf, NOW, runOnFakeClock, failureOf } from './harness';

const sandbox = ofFile(async () =>
	startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 30, banners: 30 } }),
);

const NEW_CAMPAIGN = { name: 'New campaign', package_id: 83 };
const CREATE = { resource: 'campaign', operation: 'create', body: JSON.stringify(NEW_CAMPAIGN) };
const locator = (value: number) => ({ __rl: true, mode: 'id', value: String(value) });
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
		['banner', { ...CREATE, resource: 'banner', parentType: 'ad_groups', parentId: locator(1) }],
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
		const body = { status: 'blocked' };
		const rows = await rowsOf({ resource, operation: 'update', id: locator(id), body });
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
		const rows = await rowsOf({ resource, operation: 'delete', id: locator(id) });
		expect(rows).toEqual([{ id, deleted: true }]);
		expect(objects().find((object) => object.id === id)?.status ?? 'deleted').toBe('deleted');
	});

	it.each(['ad_groups', 'campaigns'])(
		'trap 28: a banner is created under its parent (%s)',
		async (parentType) => {
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
				parentType,
				parentId: locator(parent),
				body,
			}).catch(() => undefined);
			expect(writes().map(({ method, path }) => [method, path])).toEqual([
				['POST', `/api/v2/${parentType}/${parent}/banners.json`],
			]);
		},
	);

	it('validation errors are told by field', async () => {
		expect(await failure({ ...CREATE, body: { name: 'x' } })).toMatchObject(
			failing('request-invalid', /Fields: package_id \(required/),
		);
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
			id: locator(id),
			body: { status: 'blocked' },
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
		['an empty body', { ...CREATE, body: '{}' }, /^Body \(JSON\) is no JSON object with fields/],
		['a list as a body', { ...CREATE, body: '[{}]' }, /^Body \(JSON\) is no JSON object with fields/],
		[
			'no object',
			{ ...CREATE, operation: 'update', id: locator(0) },
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
