import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { z } from 'zod';

import { agentExamples, readExamples } from '../demo/example';
import { targetAds } from '../platforms/targetads';
import type { Execution } from './server/execution';
import { type FakeModel, startFakeModel } from './support/fake-model';
import { type Host, startHost } from './support/host';
import { afterStart } from './support/workflow';

const created = z.object({ id: z.string() });
const toolName = 'Clicks_and_impressions_by_source';
const period = { dateFrom: '2024-01-01', dateTo: '2024-01-07' };
const example = readExamples(agentExamples).find(({ name }) => name === 'TargetADS: ask an AI agent')!;
const toolNode = example.nodes.find(({ type }) => type === `${targetAds.type}Tool`)!;

let host: Host;
let model: FakeModel;
let run: Execution;
beforeAll(async () => {
	model = await startFakeModel({ tool: toolName, arguments: { ...period, limit: 100 } });
	host = await startHost({ sandbox: { targetAds: { placements: 60 } } });
	const credential = {
		name: 'Model',
		type: 'openAiApi',
		data: { apiKey: 'no-key', url: model.url },
	};
	const { id } = created.parse(await host.rest.post('/credentials', credential));
	const { id: _id, ...workflow } = example;
	const nodes = workflow.nodes.map((node) =>
		node.name === 'OpenAI Chat Model' ? { ...node, credentials: { openAiApi: { id, name: 'Model' } } } : node,
	);
	run = await host.run({ ...workflow, nodes });
});
afterAll(async () => {
	await host.close();
	await model.close();
});

/** The rows that the node itself gives for what the model chose. */
async function rowsOfNode(): Promise<object[]> {
	const { descriptionType: _type, ...parameters } = toolNode.parameters!;
	const report = {
		...toolNode,
		type: targetAds.type,
		parameters: { ...parameters, ...period, limit: 100 },
	};
	return (await host.run(afterStart([report]))).assertSuccess().json(report.name);
}

it('the model is told what the tool is, and what it may choose', () => {
	run.assertSuccess();
	const [tool, ...others] = model.requests[0]!.tools;
	expect(others).toEqual([]);
	expect(tool!.function.name).toBe(toolName);
	expect(tool!.function.description).toBe('Get aggregated data in TargetADS');
	expect(tool!.function.parameters).toMatchObject({
		type: 'object',
		properties: {
			dateFrom: { type: 'string', description: expect.stringContaining('YYYY-MM-DD') },
			dateTo: { type: 'string', description: expect.stringContaining('part of the period') },
			limit: { type: 'number', description: expect.any(String) },
		},
		required: ['dateFrom', 'dateTo', 'limit'],
	});
	expect(model.requests[0]!.messages.at(-1)).toMatchObject({
		role: 'user',
		content: expect.stringMatching(/clicks .* Today is \d{4}-\d{2}-\d{2}/),
	});
});

it('the rows reach the agent, and its answer the user', async () => {
	const asked = host.sandbox.requests.find(({ path }) => path.endsWith('/agg_report'))!;
	expect(asked.body).toMatchObject({
		InteractionFilter: { DateFrom: period.dateFrom, DateTo: period.dateTo },
	});
	const rows = await rowsOfNode();
	expect(rows.length).toBeGreaterThan(1);
	const answer = model.requests[1]!.messages.find(({ role }) => role === 'tool')!;
	expect(JSON.parse(String(answer.content))).toEqual(rows);
	const [{ output }] = run.json('AI Agent') as [{ output: string }];
	for (const row of rows as { MediaSource: string }[]) expect(output).toContain(row.MediaSource);
});
