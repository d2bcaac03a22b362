import { describe, expect, it } from '@jest/globals';

import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { answer, failureOf, jsonOf, NOW, runOnFakeClock } from './harness';

const LONG = '12345678901234567890';

const sandbox = ofFile(async () =>
	startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 70, banners: 10 } }),
);
const run = async (parameters: object) => runOnFakeClock(sandbox, { ...parameters });
const rowsOf = async (parameters: object) => jsonOf((await run(parameters)).items);

const SEND = {
	resource: 'request',
	operation: 'send',
	method: 'GET',
	path: '/api/v2/campaigns.json',
	returnAll: true,
};
const LIST = { resource: 'campaign', operation: 'getAll', returnAll: true };
const where = (field: string, lookup: string, value: unknown) => ({
	filters: { conditions: { values: [{ field, lookup, value }] } },
});

describe('whole numbers beyond 2^53', () => {
	const item = `{"id":${LONG},"name":"${LONG}, ${LONG}","ids":[7,${LONG}]}`;
	const row = { id: LONG, name: `${LONG}, ${LONG}`, ids: [7, LONG] };

	it.each<[string, object, string]>([
		['a list', LIST, `{"items":[${item}],"count":1}`],
		['a list of API Request', SEND, `{"items":[${item}],"count":1}`],
		['an object of API Request', SEND, item],
		[
			'an object',
			{ resource: 'campaign', operation: 'get', campaignId: LONG, campaignFields: ['ids'] },
			item,
		],
	])('keep their digits in %s, as text', async (_what, parameters, body) => {
		sandbox.faults.add({ path: /campaigns/, fault: answer(200, body) });
		expect(await rowsOf(parameters)).toEqual([row]);
	});

	it('keep them in statistics, also as keys of objects', async () => {
		const report = {
			resource: 'report',
			objectType: 'campaigns',
			objectScope: 'selected',
			campaignIds: [LONG],
			addNames: false,
		};
		const day = `{"items":[{"id":${LONG},"rows":[{"date":"2026-02-01","base":{"shows":${LONG},"spent":"0.10"}}]}]}`;
		sandbox.faults.add({ path: /statistics\/campaigns/, fault: answer(200, day) });
		const days = {
			dateRange: 'custom',
			dateFrom: '2026-02-01',
			dateTo: '2026-02-01',
			simplify: true,
			returnAll: true,
		};
		expect(await rowsOf({ ...report, operation: 'getDaily', metrics: ['base'], ...days })).toEqual([
			{ id: LONG, date: '2026-02-01', shows: LONG, spent: 0.1 },
		]);
		const fast = { campaigns: { [LONG]: { timestamp: 1772442000, minutely: { clicks: [1] } } } };
		sandbox.faults.add({ path: /faststat/, fault: answer(200, fast) });
		const { items, hints } = await run({ ...report, operation: 'getFast', returnAll: true });
		expect(jsonOf(items)).toMatchObject([{ id: LONG }]);
		expect(hints.join(' ')).not.toContain('No answer');
	});

	it.each<[string, object]>([
		['API Request', { ...SEND, method: 'POST' }],
		['Create', { resource: 'campaign', operation: 'create' }],
		['Update', { resource: 'campaign', operation: 'update', campaignId: '7' }],
	])('go out as they were typed into Body (JSON): %s', async (_name, parameters) => {
		const body = `{"package_id":${LONG},"ids":[-${LONG},7],"price":0.1234567890123456789,"name":"number ${LONG}"}`;
		sandbox.faults.add({ path: /campaigns/, fault: answer(200, '{"id":1}') });
		await rowsOf({ ...parameters, body });
		expect(sandbox.requests.at(-1)!.text).toBe(body);
	});

	it('go out as they were typed into Query (JSON)', async () => {
		sandbox.faults.add({ path: /campaigns/, fault: answer(200, '{"items":[],"count":0}') });
		await rowsOf({ ...SEND, query: `{"_id__in":[${LONG},7],"_package_id":${LONG}}` });
		expect(sandbox.requests.at(-1)!.query).toMatchObject({ _id__in: `${LONG},7`, _package_id: LONG });
	});

	it('are no whole body, as any other number', async () => {
		const failure = await failureOf(rowsOf({ ...SEND, method: 'POST', body: LONG }));
		expect(failure).toHaveProperty('message', expect.stringContaining('neither a JSON object nor a list'));
	});
});

describe('values of a condition', () => {
	const idsOf = async (filters: object) => (await rowsOf({ ...LIST, ...filters })).map(({ id }) => id);

	it('are a list as JSON text', async () => {
		const ids = sandbox.myTarget.campaigns.slice(0, 3).map(({ id }) => id);
		expect(await idsOf(where('id', 'in', JSON.stringify(ids)))).toEqual(ids);
		expect(await idsOf(where('id', 'in', JSON.stringify(ids.map(String))))).toEqual(ids);
		const blocked = sandbox.myTarget.campaigns
			.filter(({ status }) => status === 'blocked')
			.map(({ id }) => id);
		expect(await idsOf(where('status', 'in', '["blocked"]'))).toEqual(blocked);
	});

	it.each([
		['id', '[1, 2'],
		['status', '[active]'],
	])('%s in %s is refused before any request', async (field, value) => {
		const failure = await failureOf(rowsOf({ ...LIST, ...where(field, 'in', value) }));
		expect(failure).toHaveProperty('message', expect.stringContaining('Value'));
		expect(sandbox.requests).toEqual([]);
	});

	it('of one text may be a list as JSON text, too', async () => {
		sandbox.faults.add({ path: /campaigns/, fault: answer(200, '{"items":[],"count":0}') });
		await rowsOf({ ...LIST, ...where('status', 'eq', '["active","blocked"]') });
		expect(sandbox.requests[0]!.query).toMatchObject({ _status: 'active,blocked' });
	});

	it('of a name may begin like a list', async () => {
		sandbox.faults.add({ path: /campaigns/, fault: answer(200, '{"items":[],"count":0}') });
		await rowsOf({ ...LIST, ...where('name', 'startswith', '[2024] Sale') });
		expect(sandbox.requests[0]!.query).toMatchObject({ _name__startswith: '[2024] Sale' });
	});

	it('are one ID in whatever way it is written, in another batch too', async () => {
		const ids = sandbox.myTarget.campaigns.map(({ id }) => id);
		expect(ids.length).toBeGreaterThan(50);
		const twice = [...ids, ...ids.map((id) => `0${id}`)].join(',');
		const { items, hints } = await run({ ...LIST, ...where('id', 'in', twice) });
		expect(jsonOf(items).map(({ id }) => id)).toEqual(ids);
		expect(hints.join(' ')).not.toContain('No answer');
	});
});
