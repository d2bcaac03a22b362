import { describe, expect, it } from '@jest/globals';

import { createRedactor } from '../../../connector/errors';
import { account } from '../../../nodes/Adfox/account';
import { adfox } from '../../../nodes/Adfox/platform';
import type { SandboxOptions } from '../../sandbox';
import { byId, Harness, TYPE } from './harness';

let harness: Harness;
const open = async (adfox: SandboxOptions['adfox'] = {}) => {
	harness = await Harness.open({ adfox });
};

const LIST = { resource: 'campaign', operation: 'getAll', limit: 5 };
const credentialWith = (changes: object) => ({ [TYPE]: { ...harness.credential, ...changes } });
/** Which header carried the token, request by request. */
const carried = () =>
	harness.sandbox.requests.map(({ headers }) =>
		Object.keys(headers).find((name) => name === 'authorization' || name === 'x-yandex-api-key'),
	);
const editor = () => ({ credentials: { [TYPE]: harness.credential } });

it.each([
	['xYandexApiKey', { 'x-yandex-api-key': 'abc' }],
	['authorizationOAuth', { authorization: 'OAuth abc' }],
	['other', { authorization: 'OAuth abc' }],
])('an account of %p signs with its token, which is its secret', async (authHeader, headers) => {
	const opened = account({ accessToken: 'abc', baseUrl: 'https://api.example/', authHeader });
	expect(opened).toMatchObject({ baseUrl: 'https://api.example', secrets: ['abc'], identity: 'abc' });
	expect(await opened.auth.sign()).toEqual(headers);
});

describe('the header of the token', () => {
	it.each([
		['xYandexApiKey', 'x-yandex-api-key', ''],
		['authorizationOAuth', 'authorization', 'OAuth '],
	])('%s signs with %s alone', async (authHeader, header, prefix) => {
		await open();
		const credentials = { [TYPE]: { ...harness.credential, authHeader } };
		const run = await harness.run(LIST, { credentials });
		expect(run.error).toBeUndefined();
		const { headers } = harness.sandbox.requests[0]!;
		expect(headers[header]).toBe(prefix + harness.sandbox.adfox.token);
		const other = header === 'authorization' ? 'x-yandex-api-key' : 'authorization';
		expect(headers).not.toHaveProperty(other);
	});

	it.each([
		['that takes one only', ['X-Yandex-API-Key'], ['authorization', 'x-yandex-api-key']],
		['that takes both', ['X-Yandex-API-Key', 'Authorization'], ['authorization']],
		['of today', ['Authorization'], ['authorization']],
	] as const)('auto finds that of an account %s, and keeps to it', async (_name, authHeaders, tried) => {
		for (const authFailure of ['xml', 'http-401'] as const) {
			await open({ authFailure, authHeaders, token: `y0_${authFailure}-${authHeaders.join('')}` });
			for (const expected of [tried, tried.slice(-1)]) {
				harness.sandbox.reset();
				const run = await harness.run(LIST, { credentials: credentialWith({ authHeader: 'auto' }) });
				expect(run.error).toBeUndefined();
				expect(carried()).toEqual(expected);
			}
		}
	});

	it('auto tries the other one for a change as well, which a refused token cannot have made', async () => {
		await open({ authHeaders: ['X-Yandex-API-Key'], token: 'y0_change' });
		const { ID } = harness.sandbox.adfox.campaigns[0]!;
		const change = { resource: 'campaign', operation: 'update', updateFields: { name: 'x' } };
		const rows = await harness.rows(
			{ ...change, campaignId: byId(ID) },
			{ credentials: credentialWith({ authHeader: 'auto' }) },
		);
		expect(rows).toEqual([{ id: Number(ID), success: true }]);
		expect(carried()).toEqual(['authorization', 'x-yandex-api-key']);
	});

	it.each(['xml', 'http-401'] as const)(
		'auto tells of both where neither is taken: %s',
		async (authFailure) => {
			await open({ authFailure, token: 'y0_other' });
			const credentials = credentialWith({ authHeader: 'auto', accessToken: 'y0_wrong' });
			const run = await harness.run(LIST, { credentials });
			expect(run.error?.context?.kind).toBe('credential-invalid');
			expect(run.error?.message).toContain('Both headers, Authorization and X-Yandex-API-Key, were tried.');
			expect(run.error?.description).toContain('Check the Access Token');
			expect(harness.sandbox.requests).toHaveLength(2);
		},
	);

	it.each(['Bearer y0_pasted', ' OAuth  y0_pasted ', 'oauth y0_pasted\n'])(
		'leaves pasted words and blanks: %j',
		async (accessToken) => {
			await open({ token: 'y0_pasted' });
			const baseUrl = ` ${harness.credential.baseUrl as string}/ `;
			const credentials = credentialWith({ accessToken, baseUrl, authHeader: 'auto' });
			const run = await harness.run(LIST, { credentials });
			expect(run.error).toBeUndefined();
		},
	);

	it.each(['{"headers":{"X-Yandex-API-Key":"k-1234"}}', 'X-Yandex-API-Key: k-1234'])(
		'is known to carry a credential: %s',
		async (text) => {
			await open();
			expect(createRedactor([], adfox.secretHeaders)(text)).toBe(text.replace('k-1234', '***'));
		},
	);

	it.each(['xml', 'http-401'] as const)(
		'4.3: a refusal by %s of the one that was chosen suggests Auto',
		async (authFailure) => {
			await open({ authFailure, authHeaders: ['Authorization'] });
			const credentials = credentialWith({ authHeader: 'xYandexApiKey' });
			const run = await harness.run(LIST, { credentials });
			expect(run.error?.context?.kind).toBe('credential-invalid');
			expect(run.error?.message).toContain('The header X-Yandex-API-Key carried it.');
			expect(run.error?.description).toContain('set Auth Header there to Auto');
			expect(harness.sandbox.requests).toHaveLength(1);
		},
	);
});

it('tells a refusal of the reports, which take no other header', async () => {
	await open({ token: 'y0_right' });
	const credentials = { [TYPE]: { ...harness.credential, accessToken: 'y0_wrong' } };
	const run = await harness.run({ resource: 'report', operation: 'getAll' }, { credentials });
	expect(run.error?.context?.kind).toBe('credential-invalid');
	expect(run.error?.message).toContain('The header Authorization carried it.');
});

describe('the credential test', () => {
	it('is content with a good token', async () => {
		await open();
		const result = await harness.engine.testCredential(TYPE, harness.credential);
		expect(result).toMatchObject({ status: 'OK' });
	});

	it.each(['xml', 'http-401'] as const)(
		'4.3: tells a refusal by %s from a host that is away',
		async (authFailure) => {
			await open({ authFailure });
			const wrong = await harness.engine.testCredential(TYPE, {
				...harness.credential,
				accessToken: 'wrong',
			});
			expect(wrong).toMatchObject({
				status: 'Error',
				message: expect.stringContaining('Check the Access Token'),
			});
			const baseUrl = 'http://127.0.0.1:1/api';
			const away = await harness.engine.testCredential(TYPE, { ...harness.credential, baseUrl });
			expect(away).toMatchObject({
				status: 'Error',
				message: expect.stringContaining('refused the connection'),
			});
		},
	);
});

describe('the editor', () => {
	it('finds campaigns by name, over all pages', async () => {
		await open({ campaigns: 1200 });
		const { ID, name } = harness.sandbox.adfox.campaigns.at(-1)!;
		const { results } = await harness.engine.listSearch('adfox', 'searchCampaigns', {
			...editor(),
			filter: String(name).toUpperCase(),
		});
		expect(results).toContainEqual({ name: `${String(name)} (${String(ID)})`, value: ID });
		expect(harness.sandbox.requests).toHaveLength(2);
	});

	it('lists the saved reports of the chosen level', async () => {
		await open();
		const parameters = { resource: 'report', operation: 'get', level: 'campaign' };
		const { results } = await harness.engine.listSearch('adfox', 'searchReports', {
			...editor(),
			parameters,
		});
		expect(results.length).toBeGreaterThan(0);
		expect(harness.sandbox.requests[0]!.query).toEqual({ level: 'campaign' });
	});
});

describe('hostile XML', () => {
	it.each([
		['billion laughs', { kind: 'entity-bomb' }],
		['an external entity', { kind: 'external-entity', uri: 'file:///etc/passwd' }],
		['200 MB of nesting', { kind: 'deep-nesting' }],
	] as const)('refuses %s', async (_name, attack) => {
		await open();
		harness.sandbox.faults.add({ path: '/v1', fault: { kind: 'hostile-xml', attack } });
		const run = await harness.run({ ...LIST, options: { maxRetries: 0 } });
		expect(run.error?.context?.kind).toBe('response-invalid');
		expect(run.error?.message).toMatch(/document type|nested more than/);
	});
});
