import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { startSandbox, type Sandbox } from '../../sandbox';
import { jsonOf, NOW, runOnFakeClock } from './harness';

const CAMPAIGN = '/api/v2/campaigns/1.json';
const USER = '/api/v3/user.json';

const campaign = (fields: string[]) => ({ resource: 'campaign', operation: 'get', id: '1', fields });
const user = (fields: string[]) => ({ resource: 'user', operation: 'get', fields });
const send = (method: string, body = '') => ({
	...{ resource: 'request', operation: 'send', method, path: CAMPAIGN, returnAll: true, body },
});

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ now: () => Date.parse(NOW) });
});
afterAll(async () => sandbox.close());
afterEach(() => {
	sandbox.reset();
});

async function run(parameters: object, path: string, body: unknown): Promise<unknown> {
	sandbox.faults.add({ path, fault: { kind: 'status', status: 200, body: JSON.stringify(body) } });
	const { items } = await runOnFakeClock(sandbox, { ...parameters });
	return jsonOf(items);
}

describe('an answer with status 200', () => {
	const refusal = { error: { code: 'ERR_WRONG', message: 'something is wrong' } };

	it.each([
		['Campaign > Get', campaign(['id']), CAMPAIGN],
		['User > Get', user([]), USER],
		['API Request > Send', send('GET'), CAMPAIGN],
	])('that is nothing but an error is a failure of %s', async (_name, parameters, path) => {
		await expect(run(parameters, path, refusal)).rejects.toMatchObject({
			message: expect.stringContaining('something is wrong (ERR_WRONG, 200)'),
			context: { kind: 'response-invalid' },
		});
	});

	it('that is nothing but an error leaves open whether a change was made', async () => {
		await expect(run(send('POST', '{"name":"a"}'), CAMPAIGN, refusal)).rejects.toThrow(
			/something is wrong .* may have been done all the same/,
		);
		expect(sandbox.requests).toHaveLength(1);
	});

	it.each([
		['no errors beside a list', { error: null, id: 5 }],
		['lines that were refused beside a list', { error: [{ line_number: 1 }], id: 5 }],
		['a field called error', { error: null }],
	])('may tell %s', async (_name, body) => {
		await expect(run(send('GET'), CAMPAIGN, body)).resolves.toEqual([body]);
	});

	it.each([
		['Campaign > Get', campaign(['id', 'name']), CAMPAIGN],
		['User > Get', user([]), USER],
	])('with none of the fields is no object for %s', async (_name, parameters, path) => {
		await expect(run(parameters, path, { result: { id: 1 } })).rejects.toThrow(/none of the fields/);
	});

	it.each([
		['a known field', campaign([]), CAMPAIGN, { name: 'Spring' }],
		[
			'a field that was asked for by its name',
			{ ...campaign([]), options: { otherFields: 'brand_new' } },
			CAMPAIGN,
			{ brand_new: 1 },
		],
		['a known field of the account', user([]), USER, { username: 'a' }],
	])('with %s is one', async (_name, parameters, path, body) => {
		await expect(run(parameters, path, body)).resolves.toEqual([body]);
	});
});
