import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { cacheFolder } from './cache';
import { nodeBinary } from './node-binary';
import { npm } from './npm';
import { type Release, releaseOf } from './releases';

export interface InstalledN8n {
	release: Release;
	/** Path of the `node` that runs it. */
	node: string;
	/** Path of n8n's command. */
	command: string;
}

/** Written last, so that an install that was broken off is begun again. */
const stamp = 'installed';

async function install(release: Release, folder: string, node: string): Promise<void> {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const { version, overrides, rebuild } = release;
	const packageJson = { private: true, dependencies: { n8n: version }, overrides };
	writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packageJson, null, '\t')}\n`);
	const options = { cwd: folder, ...(node === process.execPath ? {} : { nodeFolder: dirname(node) }) };
	const scripts = rebuild ? ['--ignore-scripts'] : [];
	await npm(['install', '--no-audit', '--no-fund', ...scripts], options);
	if (rebuild) await npm(['rebuild', ...rebuild], options);
	writeFileSync(join(folder, stamp), '');
}

/**
 * A release of n8n in the cache; installed when it is not there, which takes some minutes and 2 to 3 GB.
 * @throws Error with what npm said
 */
export async function installedN8n(version: string, tell: (text: string) => void): Promise<InstalledN8n> {
	const release = releaseOf(version);
	const node = await nodeBinary(release.node, tell);
	const folder = join(cacheFolder, `n8n-${version}`);
	if (!existsSync(join(folder, stamp))) {
		tell(`Installing n8n ${version} into ${folder} (once; about 5 minutes and 3 GB) ...`);
		const started = Date.now();
		await install(release, folder, node).catch((error: unknown) => {
			const words = error instanceof Error ? error.message : String(error);
			throw new Error(
				`${words}\n\nn8n could not be installed. It comes from the npm registry; run the command again when that can be reached and the disk has 3 GB left.`,
			);
		});
		tell(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
	}
	return { release, node, command: join(folder, 'node_modules', 'n8n', 'bin', 'n8n') };
}
