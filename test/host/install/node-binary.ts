import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cacheFolder, npm } from './npm';

/**
 * The `node` of a major version: the one that runs this, or one from npm's packages `node-<system>-<processor>`, kept
 * in the cache.
 */
export async function nodeBinary(major: number, tell: (text: string) => void): Promise<string> {
	if (Number(process.versions.node.split('.')[0]) === major) return process.execPath;
	const folder = join(cacheFolder, `node-${major}`);
	const system = process.platform === 'win32' ? 'win' : process.platform;
	const name = `node-${system}-${process.arch}`;
	const binary = join(
		folder,
		'node_modules',
		name,
		'bin',
		process.platform === 'win32' ? 'node.exe' : 'node',
	);
	if (existsSync(binary)) return binary;
	tell(`Installing Node ${major} ...`);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
	await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${major}`], {
		cwd: folder,
	}).catch((error: unknown) => {
		const words = error instanceof Error ? error.message : String(error);
		throw new Error(
			`${words}\n\nThis n8n needs Node ${major}, which could not be downloaded from the npm registry. Run the command again when that can be reached, or with Node ${major}.`,
		);
	});
	return binary;
}
