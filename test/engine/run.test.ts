import { describe, expect, it } from '@jest/globals';

import { ofFile } from '../support/of-file';
import { probeWorkflow, startFixture } from './fixture';

const engine = ofFile(startFixture);

describe('a run', () => {
	it('gives the items of every node', async () => {
		const run = await engine.run(probeWorkflow({ text: '={{ $json.name }}!' }), {
			input: [{ json: { name: 'a' } }, { json: { name: 'b' } }],
		});
		expect(run.error).toBeUndefined();
		expect(run.status).toBe('success');
		expect(run.lastNode).toBe('After');
		expect(run.nodes).toEqual(['Start', 'Probe', 'After']);
		expect(run.json('Start')).toEqual([{ name: 'a' }, { name: 'b' }]);
		expect(run.json('Probe')).toEqual([
			{ name: 'a', text: 'a!', mode: 'manual', active: false },
			{ name: 'b', text: 'b!', mode: 'manual', active: false },
		]);
		expect(run.items('After').map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('starts with one empty item', async () => {
		const run = await engine.run(probeWorkflow({}));
		expect(run.json('Probe')).toEqual([{ text: 'default text', mode: 'manual', active: false }]);
	});

	it('keeps hints, logs and messages to the browser', async () => {
		const live: string[] = [];
		const run = await engine.run(probeWorkflow({}), { onProgress: (message) => live.push(message) });
		expect(run.hints('Probe')).toEqual(['one hint', 'another']);
		expect(run.logs).toEqual([{ level: 'debug', message: 'echo', metadata: { items: 1 } }]);
		expect(run.uiMessages).toEqual(['echo {"of":"Probe"}']);
		expect(live).toEqual(run.uiMessages);
	});

	it('keeps what overlapping runs log apart', async () => {
		const runs = await Promise.all([1, 2, 3].map(async () => await engine.run(probeWorkflow({}))));
		expect(runs.map(({ logs }) => logs.length)).toEqual([1, 1, 1]);
	});

	it('sends nothing to the browser in production', async () => {
		const run = await engine.run(probeWorkflow({}), { mode: 'trigger' });
		expect(run.json('Probe')).toEqual([{ text: 'default text', mode: 'trigger', active: true }]);
		expect(run.uiMessages).toEqual([]);
	});

	it.each([
		[true, 2],
		[false, 1],
	])('gives the outputs of an expression (split %s)', async (split, outputs) => {
		const run = await engine.run(probeWorkflow({ split }));
		expect(run.outputs('Probe')).toBe(outputs);
		expect(run.json('Probe', 1)).toEqual(split ? [{ second: true }] : []);
	});

	it('merges parameters over those of the JSON', async () => {
		const run = await engine.run(
			probeWorkflow({ text: '={{ JSON.stringify($parameter.options) }}', options: { a: 1, b: [1, 2] } }),
			{ parameters: { Probe: { options: { b: [3], c: 4 } } } },
		);
		expect(JSON.parse(run.json('Probe')[0]!.text as string)).toEqual({ a: 1, b: [3], c: 4 });
	});

	it.each([
		['startNode', { startNode: 'Nobody' }],
		['parameters', { parameters: { Nobody: {} } }],
	])('refuses %s with an unknown node', async (_name, options) => {
		await expect(engine.run(probeWorkflow({}), options)).rejects.toThrow('no node "Nobody"');
	});

	it('refuses to show an unknown node', async () => {
		const run = await engine.run(probeWorkflow({}));
		expect(() => run.items('Nobody')).toThrow('no node "Nobody"');
	});
});

describe('the start', () => {
	const twoTriggers = () => {
		const workflow = probeWorkflow({});
		const schedule = { name: 'Daily', type: 'n8n-nodes-base.scheduleTrigger' };
		const after = { main: [[{ node: 'Probe', type: 'main' as const, index: 0 }]] };
		return {
			nodes: [schedule, ...workflow.nodes],
			connections: { ...workflow.connections, Daily: after },
		};
	};

	it.each([
		['manual' as const, undefined, ['Start']],
		['trigger' as const, undefined, ['Daily']],
		['manual' as const, 'Daily', ['Daily']],
	])('in mode %s with start node %s is %s', async (mode, startNode, expected) => {
		const run = await engine.run(twoTriggers(), { mode, startNode });
		expect(['Start', 'Daily'].filter((name) => run.items(name).length > 0)).toEqual(expected);
		expect(run.items('After')).toHaveLength(1);
	});
});
