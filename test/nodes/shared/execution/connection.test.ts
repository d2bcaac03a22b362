import { describe, expect, it } from '@jest/globals';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';

import type { Client } from '../../../../connector/client';
import { RateLimiter } from '../../../../connector/rate-limit';
import type { Platform } from '../../../../nodes/shared/platform/platform';
import { processPorts } from '../../../../nodes/shared/platform/ports';
import { runNode } from '../../../../nodes/shared/execution/run-node';
import { describeResources } from '../../../../nodes/shared/operations/describe';
import { type ListOperation } from '../../../../nodes/shared/operations/operation';
import { FakeClock } from '../../../support/fake-clock';
import { ScriptedTransport, type Step } from '../../../support/scripted-transport';
import { FakeNode } from '../fake-node';
import { accountOf, list, pagesOf, platformWith, SECRET } from '../fake-platform';

const get: ListOperation<Client> = {
	...list(() => pagesOf([])),
	rows: async function* ({ api }) {
		yield await api.json(
			{ method: 'GET', path: '/rows', intent: 'read' },
			z.array(z.record(z.string(), z.unknown())),
		);
	},
};

const platform: Platform<Client> = {
	...platformWith(list(() => pagesOf([]))),
	resources: [{ name: 'Thing', value: 'thing', operations: [get] }],
	timeoutGraceMs: 5000,
	account: () => accountOf((client) => client),
	oAuth2: undefined,
};

const properties = describeResources(platform.resources, platform.defaults);

interface Connected {
	readonly transport: ScriptedTransport;
	/** Names under which a limiter was asked for. */
	readonly accounts: string[];
	readonly node: FakeNode;
	readonly clock: FakeClock;
	readonly outputs: Promise<INodeExecutionData[][]>;
}

function start(script: readonly Step[], ...items: INodeParameters[]): Connected {
	const clock = new FakeClock();
	const transport = new ScriptedTransport(clock, script);
	const accounts: string[] = [];
	const node = new FakeNode({ parameters: items }, properties, platform.credentialType);
	const limiter = (account: string) => {
		accounts.push(account);
		return new RateLimiter(clock);
	};
	const outputs = runNode(node.asExecuteFunctions(), platform, {
		clock,
		transport: () => transport,
		limiter,
	});
	return { transport, accounts, node, clock, outputs };
}

const options = (values: INodeParameters): INodeParameters => ({ options: values });
const busy: Step = { status: 503, body: {} };

describe('a connection', () => {
	it('is that of the account, and what it does is counted', async () => {
		const { transport, node, outputs } = start([{ body: [{ a: 1 }] }], {});
		await expect(outputs).resolves.toMatchObject([[{ json: { a: 1 } }]]);
		expect(transport.sent).toMatchObject([
			{ url: 'https://api.example.com/rows', headers: { authorization: `Bearer ${SECRET}` } },
		]);
		expect(node.hints).toEqual(['Loaded 1 row, 1 request.']);
	});

	it.each<[INodeParameters, number]>([
		[{}, 65_000],
		[options({ timeout: 10 }), 10_000],
	])('waits with %j for %d ms', async (parameters, ms) => {
		const { transport, outputs } = start([{ body: [] }], parameters);
		await outputs;
		expect(transport.sent[0]!.idleTimeoutMs).toBe(ms);
	});

	it.each<[INodeParameters, number]>([
		[{}, 4],
		[options({ maxRetries: 0 }), 1],
		[options({ maxRetries: 1 }), 2],
	])('tries with %j %d times', async (parameters, times) => {
		const { transport, outputs } = start([busy, busy, busy, busy], parameters);
		await expect(outputs).rejects.toMatchObject({ context: { kind: 'temporarily-unavailable' } });
		expect(transport.sent).toHaveLength(times);
	});

	it('does not wait longer than allowed', async () => {
		const wait: Step = { status: 429, headers: { 'retry-after': '20' }, body: {} };
		const short = start([wait], options({ maxWait: 19 }));
		await expect(short.outputs).rejects.toMatchObject({ context: { retryAfterMs: 20_000 } });
		const long = start([wait, { body: [] }], options({ maxWait: 20 }));
		await expect(long.outputs).resolves.toEqual([[]]);
		expect(long.clock.now() - new FakeClock().now()).toBeGreaterThanOrEqual(20_000);
	});

	it('is one for input items with the same credential and request options', async () => {
		const { accounts, outputs } = start([{ body: [] }, { body: [] }], {}, { limit: 9 });
		await outputs;
		expect(accounts).toHaveLength(1);
	});

	it('shares the limiter of its account', async () => {
		const { accounts, outputs } = start([{ body: [] }, { body: [] }], {}, options({ maxRetries: 9 }));
		await outputs;
		expect(accounts).toHaveLength(2);
		expect(accounts[0]).toBe(accounts[1]);
		expect(accounts[0]).toContain('https://api.example.com');
	});

	it.each<[INodeParameters, string]>([
		[{ timeout: 0 }, 'Timeout is 0, but it has to be at least 1.'],
		[{ maxWait: -1 }, 'Max Wait is -1, but it has to be at least 0.'],
		[{ maxRetries: 21 }, 'Max Retries is 21, but it has to be between 0 and 20.'],
		[{ maxRetries: 0.5 }, 'Max Retries is 0.5, but it has to be a whole number.'],
		[{ budgetShare: 1.5 }, 'Budget Share is 1.5, but it has to be between 0 and 1.'],
	])('is refused for %j, before any request', async (values, message) => {
		const { transport, outputs } = start([], options(values));
		await expect(outputs).rejects.toMatchObject({ message, context: { kind: 'request-invalid' } });
		expect(transport.sent).toEqual([]);
	});
});

it('has one limiter per account and one transport in the whole process', () => {
	expect(processPorts.limiter('a')).toBe(processPorts.limiter('a'));
	expect(processPorts.limiter('a')).not.toBe(processPorts.limiter('b'));
	expect(processPorts.transport()).toBe(processPorts.transport());
});
