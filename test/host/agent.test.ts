import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { agentExamples, readExamples } from '../demo/example';
import { accounts, platforms } from '../platforms';
import { ofFile } from '../support/of-file';
import { type Execution, runManually } from './server/execution';
import { type FakeModel, startFakeModel } from './support/fake-model';
import { startHost } from './support/host';
import { afterStart } from './support/workflow';

const created = z.object({ id: z.string() });

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const period = { dateFrom: ago(10), dateTo: ago(4) };
const chosen = { ...period, limit: 500 };

const question = 'Что дала реклама?';
const host = ofFile(async () => startHost({ sandbox: accounts('examples') }));
const examples = readExamples(agentExamples);

describe.each(examples.map((example) => ({ title: example.name!, example })))('$title', ({ example }) => {
	const platform = platforms.find(({ type }) => example.nodes.some((node) => node.type === `${type}Tool`))!;
	const toolNode = example.nodes.find(({ type }) => type === `${platform.type}Tool`)!;
	const toolName = toolNode.name.replaceAll(' ', '_');
	let model: FakeModel;
	let run: Execution;

	beforeAll(async () => {
		model = await startFakeModel({ tool: toolName, arguments: chosen });
		const credential = { name: 'Model', type: 'openAiApi', data: { apiKey: 'no-key', url: model.url } };
		const { id } = created.parse(await host.rest.post('/credentials', credential));
		const { id: _id, ...workflow } = example;
		const nodes = workflow.nodes.map((node) =>
			node.name === 'OpenAI Chat Model'
				? { ...node, credentials: { openAiApi: { id, name: 'Model' } } }
				: node,
		);
		const chat = { sessionId: 'chat', action: 'sendMessage', chatInput: question };
		run = await runManually(host.rest, await host.create({ ...workflow, nodes }), nodes[0]!.name, chat);
	});
	afterAll(async () => model.close());

	/** The rows that the node itself gives for what the model chose. */
	async function rowsOfNode(): Promise<object[]> {
		const { descriptionType: _type, toolDescription: _words, ...parameters } = toolNode.parameters!;
		const report = { ...toolNode, type: platform.type, parameters: { ...parameters, ...chosen } };
		return (await host.run(afterStart([report]))).assertSuccess().json(report.name);
	}

	it('the model is told what the tool is, and what it may choose', () => {
		run.assertSuccess();
		const [tool, ...others] = model.requests[0]!.tools;
		expect(others).toEqual([]);
		expect(tool!.function.name).toBe(toolName);
		expect(tool!.function.description).toBe(toolNode.parameters!.toolDescription);
		expect(tool!.function.parameters).toMatchObject({
			type: 'object',
			properties: {
				dateFrom: { type: 'string', description: expect.stringContaining('YYYY-MM-DD') },
				dateTo: { type: 'string', description: expect.stringContaining('part of the period') },
				limit: { type: 'number', description: expect.any(String) },
			},
			required: ['dateFrom', 'dateTo', 'limit'],
		});
		const [system] = model.requests[0]!.messages;
		expect(system!.content).toMatch(/Today is \d{4}-\d{2}-\d{2}/);
		expect(model.requests[0]!.messages.at(-1)).toMatchObject({ role: 'user', content: question });
	});

	it('the rows reach the agent, and its answer the user', async () => {
		const rows = await rowsOfNode();
		expect(rows.length).toBeGreaterThan(1);
		const answer = model.requests[1]!.messages.find(({ role }) => role === 'tool')!;
		expect(JSON.parse(String(answer.content))).toEqual(rows);
		const [{ output }] = run.json('AI Agent') as [{ output: string }];
		const texts = rows
			.flatMap((row) => Object.values(row) as unknown[])
			.filter((value) => typeof value === 'string');
		expect(texts.length).toBeGreaterThan(1);
		for (const text of texts) expect(output).toContain(JSON.stringify(text));
	});
});
