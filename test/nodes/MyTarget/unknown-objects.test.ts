import { describe, expect, it } from '@jest/globals';

import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { answer, failing, jsonOf, NOW, runOnFakeClock } from './harness';

const CAMPAIGN = '/api/v2/campaigns/1.json';
const USER = '/api/v3/user.json';

const campaign = (fields: string[]) => ({
	resource: 'campaign',
	operation: 'get',
	campaignId: '1',
	campaignFields: fields,
});
const user = (fields: string[]) => ({ resource: 'user', operation: 'get', userFields: fields });
const send = (method: string, body = '') => ({
	...{ resource: 'request', operation: 'send', method, path: CAMPAIGN, returnAll: true, body },
});

const sandbox = ofFile(async () => startSandbox({ now: () => Date.parse(NOW) }));

async function run(parameters: object, path: string, body: unknown): Promise<unknown> {
	sandbox.faults.add({ path, fault: answer(200, body) });
	const { items } = await runOnFakeClock(sandbox, { ...parameters });
	return jsonOf(items);
}

const STRANGER = { id: '1', fields: ['id', 'name', 'status'] };
const refusal = { error: { code: 'ERR_WRONG', message: 'something is wrong' } };

describe('an answer with status 200', () => {
	it.each([
		['Campaign > Get', campaign(['id']), CAMPAIGN],
		['User > Get', user([]), USER],
		['API Request > Send', send('GET'), CAMPAIGN],
	])('that is nothing but an error is a refusal of %s, and final', async (_name, parameters, path) => {
		await expect(run(parameters, path, refusal)).rejects.toMatchObject(
			failing('request-invalid', 'something is wrong (ERR_WRONG, 200)'),
		);
		expect(sandbox.requests).toHaveLength(1);
	});

	it.each([
		['wrapped', refusal],
		['as OAuth has it', { error: 'invalid_token', error_description: 'expired' }],
		['flat', { code: 'ERR_X', message: 'bad' }],
		['with fields only', { error: { fields: { name: { code: 'required' } } } }],
	])('leaves open whether a change was made when it is an error, %s', async (_name, body) => {
		await expect(run(send('POST', '{"name":"a"}'), CAMPAIGN, body)).rejects.toThrow(
			/\(.*200\).* may have been done all the same/,
		);
		expect(sandbox.requests).toHaveLength(1);
	});

	it('shows no more than some words of an error', async () => {
		const failure: unknown = await run(send('GET'), CAMPAIGN, { error: 'x'.repeat(5000) }).catch(
			(error: unknown) => error,
		);
		expect((failure as Error).message.length).toBeLessThan(400);
	});

	it.each([
		['no errors beside a list', { error: null, id: 5 }],
		['lines that were refused beside a list', { error: [{ line_number: 1 }], id: 5 }],
		['that there is no error', { error: null }],
		['an error without content', { error: {} }],
		['a message', { message: 'done' }],
		['a code', { code: 'SPRING' }],
	])('of API Request may tell %s', async (_name, body) => {
		await expect(run(send('GET'), CAMPAIGN, body)).resolves.toEqual([body]);
	});

	it.each([
		['Campaign > Get', campaign(['id', 'name']), CAMPAIGN, { result: { id: 1 } }],
		['User > Get', user([]), USER, { result: { id: 1 } }],
		['Campaign > Get', { ...campaign([]), ...STRANGER }, CAMPAIGN, { status: 'error', error: { code: 'X' } }],
		['Campaign > Get', { ...campaign([]), ...STRANGER }, CAMPAIGN, { id: 'req-1', message: 'denied' }],
		['Campaign > Get', { ...campaign([]), ...STRANGER }, CAMPAIGN, { id: 2, name: 'another one' }],
	])('that is something else is no object for %s', async (_name, parameters, path, body) => {
		await expect(run(parameters, path, body)).rejects.toMatchObject({
			context: { kind: 'response-invalid' },
		});
	});

	it.each([
		['a known field', campaign([]), CAMPAIGN, { name: 'Spring' }],
		[
			'a field that was asked for by its name',
			{ ...campaign([]), options: { otherCampaignFields: 'brand_new' } },
			CAMPAIGN,
			{ brand_new: 1 },
		],
		['the ID as text', campaign([]), CAMPAIGN, { id: '1' }],
		['nothing of what was asked for', campaign(['mixing']), CAMPAIGN, {}],
		['a known field of the account', user([]), USER, { username: 'a' }],
	])('with %s is an object', async (_name, parameters, path, body) => {
		await expect(run(parameters, path, body)).resolves.toEqual([body]);
	});
});
