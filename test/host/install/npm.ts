import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where n8n and its Node are kept, outside of the repository: n8n has some 2,000 packages. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'n8n-nodes-ru-ads');

export interface NpmOptions {
	cwd: string;
	/** Folder of the `node` that scripts of packages run with. */
	nodeFolder?: string;
	environment?: Readonly<Record<string, string>>;
}

/** npm sets these for its scripts; handed on to another npm they would change what it does. */
function withoutNpmSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(environment).filter(
			([name]) =>
				!/^npm_(package|lifecycle|config_(local_prefix|prefix|global_prefix|ignore_scripts|legacy_peer_deps|omit_lockfile_registry_resolved))/i.test(
					name,
				),
		),
	);
}

const shownLines = 8;

/** What npm says of its failure, without stack traces and the long farewell. */
function reason(output: string): string {
	const lines = output.split('\n').filter((line) => line.trim() !== '');
	const errors = lines.filter((line) => /^npm error \S/.test(line));
	return errors.length > 0 ? errors.slice(0, shownLines).join('\n') : lines.slice(-shownLines).join('\n');
}

/** @throws Error with npm's own words when it fails */
export async function npm(args: readonly string[], options: NpmOptions): Promise<string> {
	const folder = options.nodeFolder ?? dirname(process.execPath);
	const windows = process.platform === 'win32';
	const child = spawn(windows ? 'npm.cmd' : 'npm', [...args], {
		cwd: options.cwd,
		shell: windows,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			...withoutNpmSettings(process.env),
			PATH: `${folder}${windows ? ';' : ':'}${process.env.PATH ?? ''}`,
			// Native parts are built against the headers of that Node, not of the one that runs npm.
			...(options.nodeFolder === undefined ? {} : { npm_config_nodedir: join(folder, '..') }),
			...options.environment,
		},
	});
	let output = '';
	let errors = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	if (code === 0) return output;
	throw new Error(`npm ${args[0] ?? ''} failed in ${options.cwd}:\n${reason(`${output}\n${errors}`)}`);
}

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
