import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cacheFolder, npm } from '../host/install/npm';

/** The newest release that runs on Node 20. */
const VERSION = '9.6.1';
const folder = join(cacheFolder, `stryker-${VERSION}`);
const packages = ['core', 'jest-runner'].map((name) => `@stryker-mutator/${name}@${VERSION}`);

/**
 * StrykerJS's command, kept outside of the repository like n8n: 65 MB that no other command needs.
 *
 * @throws Error with what npm said
 */
export async function installedStryker(): Promise<string> {
	if (!existsSync(folder)) {
		const partial = `${folder}.${process.pid}`;
		mkdirSync(partial, { recursive: true });
		try {
			writeFileSync(join(partial, 'package.json'), '{ "private": true }\n');
			await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], { cwd: partial });
			renameSync(partial, folder);
		} finally {
			rmSync(partial, { recursive: true, force: true });
		}
	}
	return join(folder, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
}
