import { describe, expect, it } from '@jest/globals';

import { MyTarget } from '../../../nodes/MyTarget/MyTarget.node';
import { Harness } from './harness';
import { CREATE, locator, UPDATE, writeStage } from './write-stage';

const { sandbox, rowsOf, failure, writes } = writeStage();

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
