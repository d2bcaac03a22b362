import { describe, expect, it } from '@jest/globals';

import { inARow, type WorkflowJson } from '../engine';
import { probeWorkflow, startFixture } from '../engine/fixture';
import { readExamples, report } from './example';
import { ProgressLine } from './text';
import { runDemo } from './run-demo';

async function reportOf(parameters: Record<string, unknown>, options = {}) {
	const engine = await startFixture();
	const run = await engine.run(probeWorkflow(parameters), options);
	return await report(run, { requests: 3, retries: 1 }, 60);
}

describe('the report of a workflow', () => {
	it('shows the first rows, hints and what it took', async () => {
		const input = Array.from({ length: 7 }, (_, id) => ({ json: { id } }));
		const lines = await reportOf({ text: 'a text' }, { input });
		expect(lines.slice(0, 3)).toEqual([
			'  id  text    mode    active',
			'  --  ------  ------  ------',
			'   0  a text  manual  false',
		]);
		expect(lines.slice(7, -1)).toEqual(['  ... and 2 more rows', '', '  * one hint', '  * another']);
		expect(lines.at(-1)).toMatch(/^ {2}Took: 3 requests, 1 retry, 7 rows, \d+\.\d s$/);
	});

	it('shows files', async () => {
		const lines = await reportOf({ operation: 'file' }, { binaryMode: 'filesystem' });
		expect(lines.slice(0, 4)).toEqual(['  rows.csv  10 B  1 row', '  | a,b', '  | 1,2', '']);
	});

	it('shows a failure', async () => {
		expect(await reportOf({ operation: 'fail' })).toEqual([
			'  FAILED: Probe: Too many requests Wait a while',
		]);
	});
});

describe('runDemo', () => {
	const run = async (examples: WorkflowJson[], signal?: AbortSignal) => {
		const lines: string[] = [];
		const line = (text: string) => lines.push(text);
		const progress = new ProgressLine({ write: () => {} }, 100);
		const failures = await runDemo({ line, progress, width: 100, signal }, examples);
		return { failures, lines };
	};

	it('runs an example against the sandbox within 100 columns', async () => {
		const [monitoring] = readExamples().filter(({ name }) => name === 'TargetADS: access monitoring');
		const { failures, lines } = await run([monitoring!]);
		expect(failures).toEqual([]);
		expect(lines).toContain('TargetADS: access monitoring');
		expect(lines.find((text) => text.includes('Took:'))).toMatch(/3 requests, 0 retries, 1 row/);
		expect(lines.filter((text) => text.length > 100)).toEqual([]);
	});

	it('counts what had to be sent again', async () => {
		const raw = readExamples().find(({ name }) => name === 'TargetADS: raw data of yesterday')!;
		// Four requests: the third of them meets the first stumble of the sandbox.
		const parameters = {
			...{ campaignScope: 'all', dateRange: 'last7Days', addNames: false },
			options: { daysPerRequest: 2 },
		};
		const nodes = raw.nodes.map((node) => ({ ...node, parameters: { ...node.parameters, ...parameters } }));
		const { lines } = await run([{ ...raw, nodes }]);
		expect(lines.find((text) => text.includes('Took:'))).toMatch(/5 requests, 1 retry, [\d,]+ rows/);
	});

	it('stops when it is told to', async () => {
		const { failures, lines } = await run(readExamples(), AbortSignal.abort());
		expect(failures).toEqual([]);
		expect(lines.filter((text) => text.startsWith('TargetADS'))).toEqual([]);
	});

	it('goes on after a workflow that failed, and names it', async () => {
		const nodes = [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{ name: 'Report', type: 'n8n-nodes-ru-ads.targetAds', parameters: {} },
		];
		const broken = { name: 'Broken', nodes, connections: inARow('Start', 'Report') };
		const { failures, lines } = await run([broken, { ...broken, name: 'Broken too' }]);
		expect(failures).toEqual(['Broken', 'Broken too']);
		expect(lines.filter((text) => text.startsWith('  FAILED: Report: '))).toHaveLength(2);
	});
});
