import { join } from 'node:path';

import { startEngine } from '../../engine';
import { readExamples } from '../../demo/example';
import { accounts } from '../../platforms';
import { credentialsByType } from '../../platforms/credentials';
import { startSandbox } from '../../sandbox';
import { startChromium } from './chromium';

const folder = join(__dirname, '..', '..', '..', 'docs', 'images');

/** The mail of the weekly report as a browser shows it. @param language one of its own */
export async function shootWeeklyReport(language: string, name: string): Promise<void> {
	const sandbox = await startSandbox(accounts('examples'));
	const browser = await startChromium();
	try {
		const example = readExamples().find(({ id }) => id === 'ad-performance-weekly-report')!;
		const nodes = JSON.parse(
			JSON.stringify(example.nodes).replaceAll(
				'"name":"language","value":"ru"',
				`"name":"language","value":"${language}"`,
			),
		) as typeof example.nodes;
		const run = await (
			await startEngine()
		).run({ ...example, nodes }, { credentials: credentialsByType(sandbox) });
		const [{ html } = {}] = run.json('Weekly report');
		const page = await browser.newPage({ viewport: { width: 820, height: 600 }, deviceScaleFactor: 1.5 });
		await page.setContent(`<body style="margin:16px;background:#fff">${String(html)}</body>`);
		const path = join(folder, `${name}.png`);
		await page.screenshot({ path, fullPage: true });
		console.log(path);
	} finally {
		await browser.close();
		await sandbox.close();
	}
}
