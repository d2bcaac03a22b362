import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { platforms } from '../../platforms';
import type { TestPlatform } from '../../platforms/platform';
import { targetAds } from '../../platforms/targetads';
import { ofFile } from '../../support/of-file';
import { startHost } from '../support/host';
import type { Scene } from '../support/host-part';
import { type Editor, openEditor } from './editor';
import { failedSliceScene, workflowOf } from './scenes';

const host = ofFile(async () => startHost());
let editor: Editor;
beforeAll(async () => {
	editor = await openEditor(host.server.url);
});
afterAll(async () => {
	await editor.close();
});

const scenes = platforms.flatMap((platform) =>
	platform.host === undefined ? [] : [[platform.title, platform, platform.host.scene] as const],
);

async function open(platform: TestPlatform, scene: Scene) {
	await editor.openWorkflow(await host.create(workflowOf(platform, scene)));
	return await editor.openNode(platform.title);
}

describe('a node in the editor', () => {
	it.each(scenes)(
		'%s is filled from the pickers, run, and shows rows and the hint',
		async (_title, platform, scene) => {
			const panel = await open(platform, scene);
			const texts = await scene.fill(panel);
			for (const text of texts) expect(text).toMatch(scene.picked);
			await panel.execute();
			await panel.showTable();
			expect(await panel.itemCount()).toBeGreaterThan(0);
			expect(await panel.columns()).toEqual(expect.arrayContaining([...scene.columns]));
			expect((await panel.hints()).join('\n')).toMatch(/\d+ rows?.*\d+ requests?/);
		},
	);

	it('has its failed slices as a second output', async () => {
		host.sandbox.faults.add(failedSliceScene.fault);
		const panel = await open(targetAds, failedSliceScene);
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
