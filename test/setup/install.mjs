/**
 * Installs what package-lock.json asks for, when it is not there yet. Plain Node, no packages: it runs first.
 * Every npm script calls it, because `ignore-scripts` (needed for n8n's native dependencies) also switches off npm's
 * pre-scripts.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

function packagesOf(lockFile) {
	try {
		return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages ?? {};
	} catch {
		return {};
	}
}

/** npm keeps its own record of what it installed; the versions in it say whether the lock file is satisfied. */
function missingPackages() {
	const installed = packagesOf('node_modules/.package-lock.json');
	return Object.entries(packagesOf('package-lock.json'))
		.filter(
			([path, wanted]) => path !== '' && !wanted.optional && installed[path]?.version !== wanted.version,
		)
		.map(([path]) => path);
}

function npmCommand() {
	const npm = process.env.npm_execpath;
	const isNpm = npm !== undefined && basename(npm).startsWith('npm');
	return isNpm ? [process.execPath, npm] : ['npm'];
}

function install(count) {
	console.log(
		`Installing ${count} packages (npm ci; half a minute, the first time on a machine some minutes) ...`,
	);
	const [command, ...first] = npmCommand();
	const started = Date.now();
	// --include=dev: with NODE_ENV=production npm would leave the tools out.
	const { status, error } = spawnSync(command, [...first, 'ci', '--include=dev'], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32' && first.length === 0,
	});
	if (status !== 0) {
		console.error(`\nThe packages could not be installed${error ? ` (${error.message})` : ''}.`);
		console.error(
			'See the lines of npm above; "npm ci" in this folder repeats the step. It needs the npm registry.',
		);
		process.exit(1);
	}
	console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	console.error(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);
	process.exit(1);
}
const missing = missingPackages();
if (missing.length > 0) install(missing.length);
