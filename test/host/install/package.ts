import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { execFileSync } from 'node:child_process';

import { npm } from './npm';

const repository = join(__dirname, '..', '..', '..');

interface PackageJson {
	name: string;
	version: string;
	[key: string]: unknown;
}

const broughtByN8n = new Set(['devDependencies', 'peerDependencies', 'optionalDependencies']);

function readPackageJson(path: string): PackageJson {
	return JSON.parse(readFileSync(path, 'utf8')) as PackageJson;
}

/** Packs the built package as `npm publish` would. @returns path of the tarball, in `folder` */
export async function packPackage(folder: string): Promise<string> {
	mkdirSync(folder, { recursive: true });
	const output = await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
		cwd: repository,
	});
	const [packed] = JSON.parse(output) as { filename: string }[];
	if (!packed) throw new Error('npm pack gave no file.');
	return join(folder, basename(packed.filename));
}

/**
 * Installs a tarball into `<user folder>/.n8n/nodes` by the steps of n8n's own Settings -> Community Nodes -> Install
 * (community-packages.service.ts): unpack, take out what n8n brings itself, install the dependencies inside of the
 * package, write it down in the package.json beside.
 */
export async function installPackage(tarball: string, userFolder: string): Promise<void> {
	const { name } = readPackageJson(join(repository, 'package.json'));
	const nodes = join(userFolder, '.n8n', 'nodes');
	const target = join(nodes, 'node_modules', name);
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);

	const file = join(target, 'package.json');
	const { version, ...rest } = readPackageJson(file);
	const kept = Object.entries({ ...rest, version }).filter(([key]) => !broughtByN8n.has(key));
	writeFileSync(file, JSON.stringify(Object.fromEntries(kept), null, 2));
	await npm(
		[
			'install',
			'--audit=false',
			'--fund=false',
			'--bin-links=false',
			'--install-strategy=shallow',
			'--ignore-scripts=true',
			'--package-lock=false',
		],
		{ cwd: target },
	);
	const record = { name: 'installed-nodes', private: true, dependencies: { [name]: version } };
	writeFileSync(join(nodes, 'package.json'), JSON.stringify(record, null, 2));
}
