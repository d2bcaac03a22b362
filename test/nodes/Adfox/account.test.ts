import { describe, expect, it } from '@jest/globals';

import { createRedactor } from '../../../connector/errors';
import { adfox } from '../../../nodes/Adfox/platform';
import type { SandboxOptions } from '../../sandbox';
import { Harness, TYPE } from './harness';

let harness: Harness;
const open = async (adfox: SandboxOptions['adfox'] = {}) => {
	harness = await Harness.open({ adfox });
};

const LIST = { resource: 'campaign', operation: 'getAll', limit: 5 };
const editor = () => ({ credentials: { [TYPE]: harness.credential } });

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

	it.each(['{"headers":{"X-Yandex-API-Key":"k-1234"}}', 'X-Yandex-API-Key: k-1234'])(
		'is known to carry a credential: %s',
		async (text) => {
			await open();
			expect(createRedactor([], adfox.secretHeaders)(text)).toBe(text.replace('k-1234', '***'));
		},
	);

	it.each(['xml', 'http-401'] as const)(
		'4.3: a refusal by %s suggests the other header',
		async (authFailure) => {
			await open({ authFailure, authHeaders: ['Authorization'] });
			const run = await harness.run(LIST);
			expect(run.error?.context?.kind).toBe('credential-invalid');
			expect(run.error?.message).toContain('The header X-Yandex-API-Key carried it.');
			expect(run.error?.description).toContain('change Auth Header there to the other one');
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
			expect(wrong).toMatchObject({ status: 'Error', message: expect.stringContaining('other one') });
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
