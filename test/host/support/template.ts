import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { examplesOfN8n } from '../../demo/example';
import { startSandbox } from '../../sandbox';
import { installedN8n } from '../install/n8n';
import { newest } from '../install/releases';
import { installPackage, packPackage } from '../install/package';
import { freePort } from '../server/free-port';
import { importInto } from '../server/n8n-process';
import { storedCredentials } from '../../platforms/credentials';

/** What the test files get to know of the one set-up before them. */
export interface Template {
	version: string;
	folder: string;
	/** Credentials in it lead to a sandbox on this port. */
	sandboxPort: number;
}

const variable = 'HOST_TEST_TEMPLATE';

export function template(): Template {
	const text = process.env[variable];
	if (text === undefined) throw new Error('The host tests need their set-up: npm run test:host');
	return JSON.parse(text) as Template;
}

/**
 * A user folder of n8n with the packed package, the demo credentials and the examples in it, to be copied by each test
 * file: that takes 10 seconds once, not for each.
 */
export async function prepareTemplate(tell: (text: string) => void): Promise<Template> {
	const version = process.env.N8N_VERSION ?? newest;
	const n8n = await installedN8n(version, tell);
	const folder = mkdtempSync(join(tmpdir(), 'n8n-host-test-'));
	mkdirSync(join(folder, 'packed'));
	await installPackage(await packPackage(join(folder, 'packed')), folder);
	const sandboxPort = await freePort();
	const sandbox = await startSandbox({ port: sandboxPort });
	try {
		const content = {
			credentials: storedCredentials(sandbox),
			workflows: examplesOfN8n(),
		};
		await importInto(n8n, folder, content);
	} finally {
		await sandbox.close();
	}
	const prepared = { version, folder, sandboxPort };
	process.env[variable] = JSON.stringify(prepared);
	return prepared;
}

export function removeTemplate(): void {
	const { folder } = template();
	if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
}
