/**
 * Builds dist/ when it does not match the sources, or always with --force: clean, tsc, then icons, codex files and schemas.
 * Matching is told by a hash over the content of what goes in, kept outside dist/ so that it never ships.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const stamp = join(root, 'node_modules', '.cache', 'n8n-nodes-ru-ads', 'build');
const inputs = [
	'connector',
	'nodes',
	'credentials',
	'tsconfig.json',
	'tsconfig.build.json',
	'gulpfile.js',
	'package-lock.json',
];

function filesIn(path) {
	const full = join(root, path);
	if (!existsSync(full)) return [];
	if (/\.\w+$/.test(path)) return [path];
	return readdirSync(full, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
		.sort();
}

function hashOfInputs() {
	const hash = createHash('sha256');
	for (const file of inputs.flatMap(filesIn)) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
	return hash.digest('hex');
}

function isBuilt(hash) {
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const wanted = [...n8n.credentials, ...n8n.nodes];
	if (!wanted.every((file) => existsSync(join(root, file)))) return false;
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

function run(title, script, args) {
	const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	if (status !== 0) {
		console.error(`\nThe build stopped at: ${title}.`);
		process.exit(1);
	}
}

const hash = hashOfInputs();
if (process.argv.includes('--force') || !isBuilt(hash)) {
	console.log('Building the nodes ...');
	rmSync(stamp, { force: true });
	rmSync(join(root, 'dist'), { recursive: true, force: true });
	run('compiling (tsc)', 'typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
	run('copying icons, codex files and schemas (gulp)', 'gulp/bin/gulp.js', ['--silent']);
	mkdirSync(dirname(stamp), { recursive: true });
	writeFileSync(stamp, hash);
}
