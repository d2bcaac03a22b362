import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { mcpExamples, readExamples } from '../demo/example';
import { dayAt, dayText } from '../sandbox/frame/calendar';
import { accounts, platforms } from '../platforms';
import { ofFile } from '../support/of-file';
import { publish } from './server/publish';
import { startHost } from './support/host';
import { connectMcp, type McpClient } from './support/mcp-client';

const created = z.object({ id: z.string() });
const answers = z.array(z.record(z.string(), z.unknown()));

const TOKEN = 'a-long-random-token-of-the-user';

const host = ofFile(async () => startHost({ sandbox: accounts('examples') }));
const [example] = readExamples(mcpExamples);
const tools = example!.nodes.filter(({ type }) => type.endsWith('Tool'));

/** In Moscow, where the platforms are, three hours ahead of UTC. */
const day = (fromNow: number) => dayText(dayAt(Date.now(), 3) + fromNow);
/** What an assistant makes of "last week". */
const lastWeek = { dateFrom: day(-8), dateTo: day(-2), limit: 500 };

describe(example!.name!, () => {
	let client: McpClient;
	let url: string;

	beforeAll(async () => {
		const credential = { name: 'Bearer', type: 'httpBearerAuth', data: { token: TOKEN } };
		const { id } = created.parse(await host.rest.post('/credentials', credential));
		const { id: _id, ...workflow } = example!;
		const nodes = workflow.nodes.map((node) =>
			node.type.endsWith('.mcpTrigger')
				? { ...node, credentials: { httpBearerAuth: { id, name: 'Bearer' } } }
				: node,
		);
		await publish(host.rest, host.version, await host.create({ ...workflow, nodes }));
		url = `${host.server.url}/mcp/${String(nodes[0]!.parameters!.path)}`;
		client = await connected();
	});
	afterAll(async () => client.close());

	/** One that was published just now may not listen yet. */
	async function connected(): Promise<McpClient> {
		for (let attempt = 1; ; attempt++)
			try {
				return await connectMcp(host.version, url, TOKEN);
			} catch (error) {
				if (attempt === 50) throw error;
				await sleep(200);
			}
	}

	/** What a tool answered, taken apart: rows, and what it says beside them. */
	async function ask(name: string, given: object) {
		const items = answers.parse(JSON.parse(await client.call(name.replaceAll(' ', '_'), given)));
		const notes = items.flatMap(({ note }) => (typeof note === 'string' ? [note] : []));
		return { rows: items.filter(({ note }) => note === undefined), notes };
	}

	it('lists its tools, with what a model has to know of their columns', async () => {
		const offered = await client.tools();
		expect(offered.map(({ name }) => name).sort()).toEqual(
			tools.map(({ name }) => name.replaceAll(' ', '_')).sort(),
		);
		for (const { name, parameters } of tools) {
			const tool = offered.find((one) => one.name === name.replaceAll(' ', '_'))!;
			expect(tool.description).toBe(parameters!.toolDescription);
			expect(Object.keys(tool.inputSchema.properties as object)).toContain('limit');
		}
	});

	it('has none that changes anything', () => {
		for (const { type, parameters } of tools) {
			const { operations } = platforms.find((one) => `${one.type}Tool` === type)!.sources().node;
			const { resource, operation } = parameters as { resource: string; operation: string };
			const { writes } = operations.find((one) => one.resource === resource && one.operation === operation)!;
			expect(writes(parameters as never)).toBe(false);
		}
	});

	it.each(platforms)('gives what was spent last week on $title', async ({ type }) => {
		const tool = tools.find(
			(one) => one.type === `${type}Tool` && one.parameters!.operation === 'getPerformance',
		)!;
		const { rows } = await ask(tool.name, lastWeek);
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) {
			expect(row).toMatchObject({
				date_day: expect.any(String),
				platform: expect.any(String),
				row_key: expect.any(String),
			});
			expect(String(row.date_day) >= lastWeek.dateFrom && String(row.date_day) <= lastWeek.dateTo).toBe(true);
		}
	});

	it('says in a note what was cut off, and that a day is not over', async () => {
		const tool = tools.find(({ parameters }) => parameters!.operation === 'getPerformance')!;
		const { rows, notes } = await ask(tool.name, { ...lastWeek, limit: 3 });
		expect(rows).toHaveLength(3);
		expect(notes.join(' ')).toMatch(/limit/i);
		const today = await ask(tool.name, { dateFrom: day(0), dateTo: day(0), limit: 10 });
		expect(today.notes.join(' ')).toMatch(/not over/);
	});

	it('answers a mistake of the model with what to do', async () => {
		const tool = tools.find(({ parameters }) => parameters!.operation === 'getPerformance')!;
		const given = { ...lastWeek, dateFrom: '2026-02-30' };
		const said = await client
			.call(tool.name.replaceAll(' ', '_'), given)
			.catch((error: unknown) => String(error));
		expect(said).toMatch(/Date From/);
	});

	it.each(tools.filter(({ parameters }) => parameters!.operation !== 'getPerformance'))(
		'answers $name',
		async ({ name }) => {
			expect((await ask(name, { limit: 5 })).rows.length).toBeGreaterThan(0);
		},
	);

	it('lets nobody in without the token', async () => {
		await expect(connectMcp(host.version, url, '')).rejects.toThrow();
		await expect(connectMcp(host.version, url, 'another')).rejects.toThrow();
	});
});
