import { type BrowserContext, type Locator, type Page, selectors } from 'playwright-core';

import { owner } from '../server/rest-client';
import { startChromium } from './chromium';
import { NodePanel } from './node-panel';

selectors.setTestIdAttribute('data-test-id');

export interface EditorOptions {
	/** Width and height of the window in CSS pixels. */
	viewport?: { width: number; height: number };
	/** Pixels of a screenshot per CSS pixel. */
	deviceScaleFactor?: number;
}

/** n8n's editor as a person sees it: a window of Chromium, logged in as the owner. */
export class Editor {
	constructor(
		readonly page: Page,
		private readonly url: string,
		readonly close: () => Promise<void>,
	) {}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** Looks for nodes as a user does. @returns their names, best first */
	async searchNodes(words: string): Promise<string[]> {
		const found = this.page.getByTestId('node-creator-item-name');
		const search = this.page.getByTestId('node-creator-search-bar');
		if (!(await search.isVisible())) await this.page.getByTestId('node-creator-plus-button').first().click();
		await search.fill('');
		await search.fill(words);
		// The search waits for the end of the typing.
		await this.page.waitForTimeout(1000);
		return (await found.allInnerTexts()).map((text) => text.trim());
	}

	get nodes(): Locator {
		return this.page.getByTestId('canvas-node');
	}

	/** Puts away messages and what the mouse points at, for a picture. */
	async rest(): Promise<void> {
		for (const message of await this.page.locator('.el-notification__closeBtn').all()) await message.click();
		await this.page.mouse.move(2, 2);
		await this.page.evaluate('document.activeElement?.blur()');
		await this.page.waitForTimeout(500);
	}

	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** Opens the node's details on the canvas. */
	async openNode(name: string): Promise<NodePanel> {
		await this.node(name).dblclick();
		const panel = new NodePanel(this.page);
		await panel.root.waitFor();
		await panel.parameter('resource').waitFor();
		return panel;
	}
}

/** n8n's editor asks its makers for news; nothing but this machine is reached. */
async function keepOnLoopback(context: BrowserContext): Promise<void> {
	await context.route(
		({ hostname }) => hostname !== '127.0.0.1',
		async (route) => {
			await route.abort();
		},
	);
}

async function logIn(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.locator('input[type="email"]').fill(owner.email);
	await page.locator('input[type="password"]').fill(owner.password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL(/home|workflow/);
}

/** Opens the editor of a running n8n in a browser of its own. */
export async function openEditor(url: string, options: EditorOptions = {}): Promise<Editor> {
	const browser = await startChromium();
	try {
		const context = await browser.newContext({
			viewport: options.viewport ?? { width: 1280, height: 800 },
			deviceScaleFactor: options.deviceScaleFactor ?? 1,
			colorScheme: 'light',
			reducedMotion: 'reduce',
			locale: 'en-US',
			timezoneId: 'Europe/Moscow',
		});
		context.setDefaultTimeout(60_000);
		await keepOnLoopback(context);
		const page = await context.newPage();
		await logIn(page, url);
		return new Editor(page, url, async () => {
			await browser.close();
		});
	} catch (error) {
		await browser.close();
		throw error;
	}
}
