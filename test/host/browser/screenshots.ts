/** `npm run screenshots`: the pictures of the README, taken in a real n8n against the sandbox. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator } from 'playwright-core';

import { platforms } from '../../platforms';
import type { TestPlatform } from '../../platforms/platform';
import { targetAds } from '../../platforms/targetads';
import { type Host, startHost } from '../support/host';
import type { Scene } from '../support/host-part';
import { prepareTemplate, removeTemplate } from '../support/template';
import { type Editor, openEditor } from './editor';
import type { NodePanel } from './node-panel';
import { failedSliceScene, workflowOf } from './scenes';
import { shootWeeklyReport } from './weekly-report';

const folder = join(__dirname, '..', '..', '..', 'docs', 'images');

const margin = 16;

/** High enough for all parameters of a report. */
const tall = { width: 1280, height: 1300 };
/** Wide enough for all columns of a run. */
const wide = { width: 1680, height: 900 };

async function shoot(what: Locator, name: string): Promise<void> {
	const path = join(folder, `${name}.png`);
	await what.screenshot({ path, animations: 'disabled' });
	console.log(path);
}

/** A column down to one of its parts, without the empty space below. */
async function shootDownTo(editor: Editor, column: Locator, last: Locator, name: string): Promise<void> {
	const [around, end] = [await column.boundingBox(), await last.boundingBox()];
	if (!around || !end) throw new Error(`${name} cannot be seen.`);
	const path = join(folder, `${name}.png`);
	const clip = { ...around, height: end.y + end.height + margin - around.y };
	await editor.page.screenshot({ path, clip, animations: 'disabled' });
	console.log(path);
}

/** The nodes on the canvas, with the names and outputs around them. */
async function shootNodes(editor: Editor, name: string): Promise<void> {
	const boxes = await Promise.all((await editor.nodes.all()).map(async (node) => await node.boundingBox()));
	const seen = boxes.filter((box) => box !== null);
	const left = Math.min(...seen.map(({ x }) => x)) - 60;
	const top = Math.min(...seen.map(({ y }) => y)) - 30;
	const right = Math.max(...seen.map(({ x, width }) => x + width)) + 160;
	const bottom = Math.max(...seen.map(({ y, height }) => y + height)) + 70;
	const path = join(folder, `${name}.png`);
	const clip = { x: left, y: top, width: right - left, height: bottom - top };
	await editor.page.screenshot({ path, clip, animations: 'disabled' });
	console.log(path);
}

async function open(host: Host, editor: Editor, platform: TestPlatform, scene: Scene): Promise<NodePanel> {
	await editor.openWorkflow(await host.create(workflowOf(platform, scene)));
	return await editor.openNode(platform.title);
}

/** The parameters of a node, filled. @returns the panel, for more pictures */
async function shootParameters(
	host: Host,
	editor: Editor,
	platform: TestPlatform,
	scene: Scene,
): Promise<NodePanel> {
	const panel = await open(host, editor, platform, scene);
	await scene.fill(panel);
	await editor.rest();
	await shootDownTo(editor, panel.parameters, panel.lastField, platform.key.toLowerCase());
	return panel;
}

async function shootRun(editor: Editor, panel: NodePanel, name: string): Promise<void> {
	await panel.execute();
	await panel.showTable();
	await editor.rest();
	await shoot(panel.root, name);
}

async function shootFailedSlices(host: Host, editor: Editor): Promise<void> {
	host.sandbox.faults.add(failedSliceScene.fault);
	const panel = await open(host, editor, targetAds, failedSliceScene);
	await failedSliceScene.fill(panel);
	await panel.execute();
	await panel.showOutput('Failed Slices');
	await panel.showJson();
	await editor.rest();
	await shoot(panel.root, 'failed-slices');
	await panel.close();
	await editor.rest();
	await shootNodes(editor, 'failed-slices-canvas');
}

async function main(): Promise<void> {
	mkdirSync(folder, { recursive: true });
	await shootWeeklyReport('en', 'weekly-report');
	await prepareTemplate(console.log);
	const host = await startHost();
	try {
		const editor = await openEditor(host.server.url, {
			deviceScaleFactor: 1.5,
			viewport: tall,
		});
		try {
			for (const platform of platforms)
				if (platform.host !== undefined) await shootParameters(host, editor, platform, platform.host.scene);
			const panel = await open(host, editor, targetAds, targetAds.host!.scene);
			await targetAds.host!.scene.fill(panel);
			await editor.page.setViewportSize(wide);
			await shootRun(editor, panel, 'run');
			await shootFailedSlices(host, editor);
		} finally {
			await editor.close();
		}
	} finally {
		await host.close();
		removeTemplate();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
