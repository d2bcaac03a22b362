import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { type Host, startHost } from '../support/host';
import { type Editor, openEditor } from './editor';
import { failedSliceScene, scenes, type Scene, workflowOf } from './scenes';

let host: Host;
let editor: Editor;
beforeAll(async () => {
	host = await startHost();
	editor = await openEditor(host.server.url);
});
afterAll(async () => {
	await editor.close();
	await host.close();
});
beforeEach(() => {
	host.sandbox.reset();
});

async function open(scene: Scene) {
	await editor.openWorkflow(await host.create(workflowOf(scene)));
	return await editor.openNode(scene.name);
}

describe('a node in the editor', () => {
	it.each<[keyof typeof scenes, RegExp, string[]]>([
		['targetAds', /\(\d+\)$/, ['InteractionTime', 'InteractionType', 'InteractionUrlPath']],
		['yandexPromoPages', /./, ['campaignId']],
		['myTarget', /./, ['id', 'date', 'shows']],
		['adfox', /./, ['date', 'loads_total', 'clicks_total']],
	])('%s is filled from the pickers, run, and shows rows and the hint', async (key, picked, columns) => {
		const panel = await open(scenes[key]);
		const texts = await scenes[key].fill(panel);
		for (const text of texts) expect(text).toMatch(picked);
		await panel.execute();
		await panel.showTable();
		expect(await panel.itemCount()).toBeGreaterThan(0);
		expect(await panel.columns()).toEqual(expect.arrayContaining(columns));
		expect((await panel.hints()).join('\n')).toMatch(/\d+ rows?.*\d+ requests?/);
	});

	it('has its failed slices as a second output', async () => {
		host.sandbox.faults.add(failedSliceScene.fault);
		const panel = await open(failedSliceScene);
		await failedSliceScene.fill(panel);
		await panel.execute();
		await panel.showOutput('Failed Slices');
		await panel.showTable();
		expect(await panel.itemCount('Failed Slices')).toBe(1);
		expect(await panel.itemCount('Rows')).toBeGreaterThan(0);
		expect(await panel.columns()).toEqual(
			expect.arrayContaining(['resource', 'operation', 'dateFrom', 'dateTo', 'error']),
		);
		expect((await panel.hints()).join('\n')).toMatch(/1 failed slice/);
	});
});
