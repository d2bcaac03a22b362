import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { cacheFolder, nodeBinary, npm } from './npm';
import { type Release, releaseOf } from './releases';

export interface InstalledN8n {
	release: Release;
	/** Path of the `node` that runs it. */
	node: string;
	/** Path of n8n's command. */
	command: string;
}

const packages = 'node_modules';

/**
 * The one native part that n8n cannot do without. Others (a Kafka client, an isolate for expressions) are built from
 * C++ as well and fail where a library or a newer Node is missing.
 */
const native = 'sqlite3';

async function install({ version, overrides }: Release, folder: string, node: string): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const packageJson = { private: true, dependencies: { n8n: version }, overrides };
	writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packageJson, null, '\t')}\n`);
	const options = { cwd: folder, ...(node === process.execPath ? {} : { nodeFolder: dirname(node) }) };
	await npm(['install', '--no-audit', '--no-fund', '--ignore-scripts'], options);
	await npm(['rebuild', native], options);
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** What installs that were broken off have left behind: gigabytes. */
function removeAbandoned(folder: string): void {
	const prefix = `${basename(folder)}.`;
	for (const name of readdirSync(dirname(folder))) {
		if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
		rmSync(join(dirname(folder), name), { recursive: true, force: true });
	}
}

/** Installs beside the place and moves there at the end, so that what lies there is complete, whoever else installs. */
async function installInto(folder: string, release: Release, node: string): Promise<void> {
	mkdirSync(dirname(folder), { recursive: true });
	removeAbandoned(folder);
	const partial = `${folder}.${process.pid}`;
	try {
		await install(release, partial, node);
		if (!existsSync(folder)) renameSync(partial, folder);
	} catch (error) {
		const words = error instanceof Error ? error.message : String(error);
		throw new Error(
			`${words}\n\nn8n could not be installed. It comes from the npm registry; run the command again when that can be reached and the disk has 3 GB left.`,
		);
	} finally {
		rmSync(partial, { recursive: true, force: true });
	}
}

/** Minutes without a word look like a program that hangs. */
async function withWords(work: Promise<void>, tell: (text: string) => void): Promise<void> {
	let minutes = 0;
	const timer = setInterval(() => {
		minutes++;
		tell(`  still installing after ${minutes} min ...`);
	}, 60_000);
	await work.finally(() => {
		clearInterval(timer);
	});
}

/**
 * A release of n8n in the cache; installed when it is not there, which takes some minutes and 2 to 3 GB.
 * @throws Error with what npm said
 */
export async function installedN8n(version: string, tell: (text: string) => void): Promise<InstalledN8n> {
	const release = releaseOf(version);
	const node = await nodeBinary(release.node, tell);
	const folder = join(cacheFolder, `n8n-${version}`);
	if (!existsSync(join(folder, packages))) {
		tell(`Installing n8n ${version} into ${folder} (once; about 5 minutes and 3 GB) ...`);
		const started = Date.now();
		await withWords(installInto(folder, release, node), tell);
		tell(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
	}
	return { release, node, command: join(folder, packages, 'n8n', 'bin', 'n8n') };
}
