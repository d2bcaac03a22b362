import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { demoCredentials } from '../demo/credentials';
import { startEngine, type Engine, type EngineRun } from '../engine';
import { startSandbox, type Sandbox } from '../sandbox';
import { requestProblems } from './request-problems';

const HOSTILE = [
	'1&x=2',
	'../..',
	'..',
	'.',
	'%2e%2e',
	'%2e%2e%2f',
	'1?a=b',
	'1#a',
	'1\r\nX-Injected: 1',
	'1;x=2',
	'//other.example',
	'@other.example',
	'\\..\\..',
	'1/../../user',
	'1\u0000',
];

const TYPES: Readonly<Record<string, string>> = {
	targetAds: 'targetAdsApi',
	yandexPromoPages: 'yandexPromoPagesApi',
	myTarget: 'myTargetApi',
	adfox: 'adfoxApi',
};

describe('a value with the characters of addresses and headers', () => {
	let engine: Engine;
	let sandbox: Sandbox;

	beforeAll(async () => {
		engine = await startEngine();
		sandbox = await startSandbox({
			adfox: { banners: 5 },
			myTarget: { campaigns: 5, banners: 5, adPlans: 5 },
		});
	}, 60_000);

	afterAll(async () => {
		await sandbox.close();
	});

	beforeEach(() => {
		sandbox.reset();
	});

	async function run(node: string, parameters: Record<string, unknown>): Promise<EngineRun> {
		const type = TYPES[node]!;
		const credentials = { [type]: { id: 'c', name: 'c' } };
		const options = { maxRetries: 0, ...(parameters.options as object | undefined) };
		return engine.run(
			{
				nodes: [
					{
						name: node,
						type: `n8n-nodes-ru-ads.${node}`,
						parameters: { ...parameters, options },
						credentials,
					},
				],
			},
			{ credentials: demoCredentials(sandbox) },
		);
	}

	function expectNothingInjected(): void {
		expect(sandbox.requests.flatMap(requestProblems)).toEqual([]);
		expect(JSON.stringify(sandbox.requests.map(({ headers }) => headers))).not.toContain('injected');
		expect(sandbox.requests.map(({ platform }) => platform)).not.toContain('');
	}

	it.each(HOSTILE)('%j stays one id', async (value) => {
		const id = { __rl: true, mode: 'id', value };
		await run('myTarget', { resource: 'campaign', operation: 'get', id });
		await run('myTarget', { resource: 'banner', operation: 'delete', id });
		await run('adfox', { resource: 'banner', operation: 'get', id });
		expect(sandbox.requests).toEqual([]);

		await run('yandexPromoPages', { resource: 'report', operation: 'fetch', reportId: value });
		await run('yandexPromoPages', { resource: 'campaign', operation: 'getAll', publisherId: id });
		await run('adfox', {
			resource: 'report',
			operation: 'get',
			reportName: id,
			dateRange: 'yesterday',
		});
		expectNothingInjected();
	});

	it.each(HOSTILE)('%j stays one value of a filter, a field or a query', async (value) => {
		await run('myTarget', {
			resource: 'campaign',
			operation: 'getAll',
			fields: ['id', value],
			sorting: value,
			filters: { conditions: { values: [{ field: 'name', lookup: 'eq', value }] } },
		});
		await run('adfox', { resource: 'campaign', operation: 'getAll', filters: { search: value } });
		await run('yandexPromoPages', {
			resource: 'campaign',
			operation: 'getAll',
			publisherId: { __rl: true, mode: 'id', value: '1' },
			filters: { campaignTypes: [value], startFrom: '2026-01-01' },
		});
		await run('myTarget', {
			resource: 'request',
			operation: 'send',
			path: '/api/v2/campaigns.json',
			query: JSON.stringify({ fields: value, limit: 1 }),
		});
		expectNothingInjected();
		for (const { query } of sandbox.requests)
			for (const name of ['x', 'a', '1', 'X-Injected']) expect(query).not.toHaveProperty(name);
	});

	it.each(HOSTILE)('%j is no path of API Request', async (value) => {
		for (const path of [
			value,
			`/api/v2/${value}`,
			`/api/v2/${value}/campaigns.json`,
			`/api/v2/campaigns.json${value}`,
		])
			await run('myTarget', { resource: 'request', operation: 'send', path });
		expectNothingInjected();
	});

	it.each(['action', ' action', 'action[0]', 'actionObject', 'object', 'encoding', 'limit'])(
		'a custom parameter called %j does not change the method of a write',
		async (name) => {
			const custom = { parameter: [{ name, value: 'delete' }] };
			const { error } = await run('adfox', {
				resource: 'advertiser',
				operation: 'create',
				account: 'a',
				eMail: 'a@example.com',
				additionalFields: { custom },
			});

			expect(error?.message).toContain('Additional Fields');
			expect(sandbox.requests).toEqual([]);
		},
	);
});
