import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { platforms } from '../../platforms';
import type { TestPlatform } from '../../platforms/platform';
import { targetAds } from '../../platforms/targetads';
import type { SandboxOptions } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { startHost } from '../support/host';
import type { Scene } from '../support/host-part';
import { type Editor, openEditor } from './editor';
import { failedSliceScene, workflowOf } from './scenes';

const sandbox = Object.fromEntries(
	platforms.flatMap(({ key, host: part }) =>
		part?.sceneAccount === undefined ? [] : [[key, part.sceneAccount]],
	),
) as SandboxOptions;
const host = ofFile(async () => startHost({ sandbox }));
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

const parts = platforms.flatMap(({ title, host: part }) => (part === undefined ? [] : [{ title, part }]));

describe('switching carries no wrong choice along', () => {
	it.each(
		parts.flatMap(({ title, part }) =>
			part.switches.map((one) => [`${title}: ${one.from} is not ${one.to}`, title, part, one] as const),
		),
	)('%s', async (_name, title, { scene }, { parameters, from, to, choice, resource, operation }) => {
		const platform = platforms.find((one) => one.title === title)!;
		const panel = await open(platform, { ...scene, parameters });
		expect(await panel.shown(from)).toContain(choice);
		if (resource !== undefined) await panel.choose('resource', resource);
		await panel.choose('operation', operation);
		expect(await panel.shown(to)).not.toContain(choice);
	});
});

describe('the node panel', () => {
	beforeAll(async () => {
		await editor.openWorkflow(await host.create(workflowOf(targetAds, targetAds.host!.scene)));
	});

	const words = parts.flatMap(({ title, part }) => part.searchWords.map((word) => [word, title] as const));

	it.each(words)('finds by "%s" the node %s first', async (word, title) => {
		const [first] = await editor.searchNodes(word);
		expect(first).toBe(title);
	});

	it.each(['отчет', 'статистика', 'ads report'])(
		'finds by "%s" nodes of this package first',
		async (word) => {
			const [first] = await editor.searchNodes(word);
			expect(parts.map(({ title }) => title)).toContain(first);
		},
	);
});
