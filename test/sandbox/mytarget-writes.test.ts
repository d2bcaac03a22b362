import { describe, expect, it } from '@jest/globals';

import { type Call, type Json } from './client';
import { sandboxOfFile } from './opened';
import { callMyTarget, myTargetAnswer } from './mytarget/client';

const sandbox = sandboxOfFile({
	myTarget: { campaigns: 30, adPlans: 5, banners: 40 },
});

const CAMPAIGNS = '/api/v2/campaigns.json';
const campaign = () => ({
	name: 'Новая',
	package_id: sandbox.myTarget.packages[0]!.id,
	budget_limit_day: '500.50',
});
const object = (path: string, id: unknown) => `/api/v2/${path}/${String(id)}.json`;
const living = () => sandbox.myTarget.campaigns.find(({ status }) => status === 'active')!;
const fieldsOf = async (response: Response) =>
	((await response.json()) as { error: { fields: Json } }).error.fields;

describe('a write', () => {
	it('creates a campaign with a banner, once', async () => {
		const banner = { name: 'Б', urls: { primary: { id: 1 } }, textblocks: {}, content: {} };
		const answer = await myTargetAnswer(sandbox, CAMPAIGNS, { body: { ...campaign(), banners: [banner] } });
		expect(sandbox.myTarget.campaigns).toHaveLength(31);
		expect(sandbox.myTarget.campaigns.at(-1)).toMatchObject({
			...campaign(),
			id: answer.id,
			status: 'active',
			created: '2026-04-10 12:00:00',
		});
		const [{ id: bannerId }] = answer.banners as [{ id: number }];
		expect(sandbox.myTarget.banners.at(-1)).toMatchObject({ id: bannerId, ad_group_id: answer.id });
		const added = await myTargetAnswer(sandbox, object(`ad_groups/${String(answer.id)}`, 'banners'), {
			body: banner,
		});
		expect(sandbox.myTarget.banners.at(-1)!.id).toBe(added.id);
	});

	it('creates a plan with its groups, all or nothing', async () => {
		const body = { name: 'План', ad_groups: [campaign(), { name: 'без пакета' }] };
		const refused = await callMyTarget(sandbox, '/api/v2/ad_plans.json', { body });
		expect([refused.status, Object.keys(await fieldsOf(refused))]).toEqual([400, ['ad_groups']]);
		expect([sandbox.myTarget.adPlans, sandbox.myTarget.adGroups].map(({ length }) => length)).toEqual([
			5, 30,
		]);
		const answer = await myTargetAnswer(sandbox, '/api/v2/ad_plans.json', {
			body: { ...body, ad_groups: [campaign()] },
		});
		expect(answer).toEqual({
			id: sandbox.myTarget.adPlans.at(-1)!.id,
			ad_groups: [{ id: sandbox.myTarget.adGroups.at(-1)!.id }],
		});
		expect(sandbox.myTarget.adGroups.at(-1)!.ad_plan_id).toBe(answer.id);
	});

	it('changes and deletes: 204 with an empty body, and the record stays', async () => {
		const { id } = living();
		const changed = await callMyTarget(sandbox, object('campaigns', id), { body: { name: 'Другое имя' } });
		expect([changed.status, await changed.text()]).toEqual([204, '']);
		const query = { fields: 'id,name,status,updated' };
		expect(await myTargetAnswer(sandbox, object('ad_groups', id), { query })).toEqual({
			id,
			name: 'Другое имя',
			status: 'active',
			updated: '2026-04-10 12:00:00',
		});
		expect((await callMyTarget(sandbox, object('campaigns', id), { method: 'DELETE' })).status).toBe(204);
		expect(sandbox.myTarget.campaigns.find((other) => other.id === id)!.status).toBe('deleted');
		const late = await callMyTarget(sandbox, object('campaigns', id), { body: { name: 'Поздно' } });
		expect(late.status).toBe(400);
	});

	it('that was carried out can lose its answer', async () => {
		const rule = { path: CAMPAIGNS, method: 'POST', times: 1 };
		sandbox.faults.add({ ...rule, fault: { kind: 'reset-after' } });
		await expect(callMyTarget(sandbox, CAMPAIGNS, { body: campaign() })).rejects.toThrow('fetch failed');
		expect(sandbox.myTarget.campaigns).toHaveLength(31);
		sandbox.faults.add({ ...rule, fault: { kind: 'reset-before' } });
		await expect(callMyTarget(sandbox, CAMPAIGNS, { body: campaign() })).rejects.toThrow('fetch failed');
		expect(sandbox.myTarget.campaigns).toHaveLength(31);
	});
});

describe('a write that is wrong', () => {
	it.each<[string, string, () => Json]>([
		['name', 'required', () => ({ package_id: campaign().package_id })],
		['package_id', 'invalid_package', () => ({ ...campaign(), package_id: 2 })],
		['status', 'bad_value', () => ({ ...campaign(), status: 'on' })],
		['date_start', 'bad_value', () => ({ ...campaign(), date_start: '2026-02-30' })],
		['budget_limit', 'min_value', () => ({ ...campaign(), budget_limit: -2 })],
		['max_price', 'max_value', () => ({ ...campaign(), max_price: 21_474_837 })],
		['created', 'read_only_field', () => ({ ...campaign(), created: '2026-01-01 00:00:00' })],
		['bid', 'unallowed_field', () => ({ ...campaign(), bid: 1 })],
		['banners', 'bad_items', () => ({ ...campaign(), banners: [{ name: 'без ссылки' }] })],
	])('is refused for %s: %s, and changes nothing', async (field, code, body) => {
		const response = await callMyTarget(sandbox, CAMPAIGNS, { body: body() });
		expect(response.status).toBe(400);
		expect(await fieldsOf(response)).toEqual({ [field]: expect.objectContaining({ code }) });
		expect(sandbox.myTarget.campaigns).toHaveLength(30);
	});
});

describe('a mass action', () => {
	const path = '/api/v2/campaigns/mass_action.json';
	const send = (body: unknown) => callMyTarget(sandbox, path, { body });

	it('changes all or none', async () => {
		const alive = sandbox.myTarget.campaigns.filter(({ status }) => status === 'active').slice(0, 3);
		const block = alive.map(({ id }) => ({ id, status: 'blocked' }));
		const refused = await send([...block, { id: 144, status: 'blocked' }, { id: 42, status: 'blocked' }]);
		expect([refused.status, await refused.json()]).toEqual([
			400,
			{ error: { code: 'unknown_campaigns', message: 'Unknown campaigns: 144, 42' } },
		]);
		const statuses = () =>
			alive.map(({ id }) => sandbox.myTarget.campaigns.find((other) => other.id === id)!.status);
		expect(statuses()).toEqual(['active', 'active', 'active']);
		expect((await send(block)).status).toBe(204);
		expect(statuses()).toEqual(['blocked', 'blocked', 'blocked']);
	});

	it('takes 200 at most, and nothing for deleted ones but a status', async () => {
		const tooMany = await send(Array.from({ length: 201 }, (_, id) => ({ id, status: 'blocked' })));
		expect(await tooMany.json()).toEqual({
			error: { code: 'limit_exceeded', message: 'Too much items. Limit is 200' },
		});
		const { id } = sandbox.myTarget.campaigns.find(({ status }) => status === 'deleted')!;
		expect(await (await send([{ id, max_price: 5 }])).json()).toEqual({
			error: {
				campaigns: [{ arguments: { id }, code: 'campaign_deleted', message: expect.any(String) }],
				message: 'Validation failed',
				code: 'validation_failed',
			},
		});
		expect((await send([{ id, status: 'active' }])).status).toBe(204);
	});
});

describe('the gate', () => {
	it.each<[number, object, string, Call & { token?: string }]>([
		[401, { code: 'invalid_token', message: 'Unknown access token' }, CAMPAIGNS, { token: 'wrong' }],
		[401, { code: 'invalid_token' }, CAMPAIGNS, { headers: { authorization: 'OAuth x' } }],
		[404, { error: { code: 'not_found', resource: 'Campaign' } }, object('campaigns', 1), {}],
		[404, { error: { code: 'not_found' } }, '/api/v2/campaign.json', {}],
		[405, { error: { code: 'method_not_allowed' } }, '/api/v2/banners.json', { body: {} }],
		[405, { error: { code: 'method_not_allowed' } }, object('ad_plans', 1), { method: 'DELETE' }],
		[405, { error: { code: 'method_not_allowed' } }, object('campaigns', 1), { method: 'PATCH', body: {} }],
		[400, { error: { code: 'invalid_json' } }, CAMPAIGNS, { body: '{"name":' }],
		[400, { error: { code: 'invalid_json' } }, CAMPAIGNS, { body: [] }],
	])('answers %i %j to %s %j', async (status, body, path, call) => {
		const response = await callMyTarget(sandbox, path, call);
		expect(response.status).toBe(status);
		expect(await response.json()).toMatchObject(body);
	});
});
