import { describe, expect, it } from '@jest/globals';
import type { INodeExecutionData } from 'n8n-workflow';

import { credentialsByType } from '../../platforms/credentials';
import { readExamples } from '../../demo/example';
import type { WorkflowJson } from '../../engine';
import { shortWaitsInThisFile } from '../../support/of-file';
import { Harness } from './harness';

shortWaitsInThisFile();

type Node = WorkflowJson['nodes'][number];

const PAUSE = 'ADFOX: pause campaigns found by name';
const REPLACE = 'ADFOX: replace the file of a banner';

/** What its user is asked to write over. */
function filledIn(node: Node): Node {
	const { filters } = node.parameters ?? {};
	if (node.name !== 'Find campaigns') return node;
	return { ...node, parameters: { ...node.parameters, filters: { ...(filters as object), search: 'а' } } };
}

describe('the examples', () => {
	const harness = Harness.ofFile({ adfox: { campaigns: 350, banners: 1300, reportPolls: 0 } });

	const run = async (
		name: string,
		change: (node: Node) => Node = (node) => node,
		input?: INodeExecutionData[],
	) => {
		const found = readExamples().find((workflow) => workflow.name === name)!;
		const example = { ...found, nodes: found.nodes.map(change) };
		const result = await harness.runWorkflow(example, {
			credentials: credentialsByType(harness.sandbox),
			...(input === undefined ? {} : { input }),
		});
		expect(result.error).toBeUndefined();
		return result;
	};

	it('give all campaigns with their banners', async () => {
		const result = await run('ADFOX: campaigns with their banners');
		const banners = result.json('Get banners').map(({ ID }) => ID);
		expect(new Set(banners)).toEqual(new Set(harness.sandbox.adfox.banners.map(({ ID }) => Number(ID))));
		expect(banners).toHaveLength(1300);
	});

	it('pause nothing as they come, not even what a search finds', async () => {
		const before = harness.sandbox.adfox.campaigns.map((campaign) => ({ ...campaign }));
		const asItComes = await run(PAUSE);
		expect(asItComes.json('Find campaigns')).toEqual([]);
		const searched = await run(PAUSE, filledIn);
		expect(searched.json('Find campaigns')).toHaveLength(5);
		expect(harness.sandbox.adfox.campaigns).toEqual(before);
	});

	it('pause the campaigns that were found, and no other, once that is switched on', async () => {
		const before = harness.sandbox.adfox.campaigns.map((campaign) => ({ ...campaign }));
		const result = await run(PAUSE, (node) => ({ ...filledIn(node), disabled: false }));
		const paused = result.json('Pause campaigns').map(({ id }) => id);
		expect(paused).toHaveLength(5);
		for (const [index, { ID, status }] of harness.sandbox.adfox.campaigns.entries())
			expect(status).toBe(paused.includes(Number(ID)) ? '1' : before[index]!.status);
	});

	it('replace the file of one banner, once that is switched on', async () => {
		const archive = Buffer.from('PK\u0003\u0004 a new banner');
		const data = { data: archive.toString('base64'), fileName: 'new.zip', mimeType: 'application/zip' };
		const input = [{ json: {}, binary: { data } }];
		await run(REPLACE, undefined, input);
		expect(harness.sandbox.adfox.writes).toEqual([]);
		const objectID = String(harness.sandbox.adfox.banners[3]!.ID);
		const parameters = { parameters: JSON.stringify({ objectID }) };
		const result = await run(
			REPLACE,
			(node) =>
				node.name === 'Replace the file'
					? { ...node, disabled: false, parameters: { ...node.parameters, ...parameters } }
					: node,
			input,
		);
		expect(result.json('Replace the file')).toEqual([{ code: '0' }]);
		expect(harness.sandbox.adfox.writes).toHaveLength(1);
		expect(harness.sandbox.adfox.writes[0]!.files!.zipFile).toMatchObject({ bytes: archive });
	});

	it('load the daily report of last month', async () => {
		const rows = (await run('ADFOX: daily report of last month')).json('Get daily report');
		expect(rows.length).toBeGreaterThan(20);
		expect(rows[0]).toEqual({
			date: expect.stringMatching(/^\d{4}-\d{2}-01$/),
			loads_commercial: expect.any(Number),
			clicks_total: expect.any(Number),
			ctr: expect.any(Number),
		});
	});
});
