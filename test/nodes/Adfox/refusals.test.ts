import { describe, expect, it } from '@jest/globals';

import { failureOf } from '../../../nodes/Adfox/failure';
import { answer, Harness } from './harness';

const harness = Harness.ofFile({ adfox: { campaigns: 3 } });
const refused = (status: number, code: string, more: Readonly<Record<string, string>> = {}) => ({
	status,
	headers: {},
	body: { code, status: { code, error: 'Words', ...more }, result: {}, rows: undefined },
	retryAfterMs: 7000,
	receivedAt: 0,
});

describe('the status of a refusal in XML', () => {
	it.each([
		[401, '-3', 'credential-invalid'],
		[408, '-20', 'timeout'],
		[429, '-20', 'rate-limited'],
		[500, '-99', 'temporarily-unavailable'],
		[503, '-100', 'temporarily-unavailable'],
		[503, '-1', 'temporarily-unavailable'],
		[200, '-100', 'request-invalid'],
		[400, '-6', 'request-invalid'],
		[403, '-1', 'credential-invalid'],
		[200, '-2', 'access-denied'],
	])('%i with the code %s is %s, with the words of ADFOX', (status, code, kind) => {
		const failure = failureOf(refused(status, code), {});
		expect(failure).toMatchObject({ kind, status });
		expect(failure?.message).toContain(`Words (${code})`);
	});

	it.each([429, 503])('%i tells how long to wait', (status) => {
		expect(failureOf(refused(status, '-100'), {})).toMatchObject({ retryAfterMs: 7000 });
	});

	it('500 leaves a change in doubt, and it is sent once', async () => {
		harness.sandbox.faults.add({
			path: '/v1',
			fault: answer(500, '<response><status><code>-99</code><error>Words</error></status></response>'),
		});
		const run = await harness.run({ resource: 'site', operation: 'create', name: 'n' });
		expect(run.error?.message).toContain(
			'Words (-99), status 500. It was sent once and may have been done all the same.',
		);
		expect(harness.sandbox.requests).toHaveLength(1);
	});
});

describe('what a message shows of a refused value', () => {
	it.each(['currentPassword', 'token', 'clientSecret'])('nothing of %s', (parameter) => {
		const message = failureOf(refused(200, '-6', { parameter, value: 'hush' }), {})?.message;
		expect(message).toBe(`ADFOX answered: Words (-6), parameter ${parameter}.`);
	});

	it('the value of any other parameter', () => {
		const failure = failureOf(refused(200, '-6', { parameter: 'level', value: '77' }), {});
		expect(failure?.message).toContain('parameter level, value "77"');
	});
});

it.each(['action', ' action', 'action[0]', 'actionObject', 'object', 'encoding', 'limit'])(
	'a custom parameter called %j does not change the method of a write',
	async (name) => {
		const custom = { parameter: [{ name, value: 'delete' }] };
		const { error } = await harness.run({
			resource: 'advertiser',
			operation: 'create',
			account: 'a',
			eMail: 'a@example.com',
			additionalFields: { custom },
		});

		expect(error?.message).toContain('Additional Fields');
		expect(harness.sandbox.requests).toEqual([]);
	},
);
