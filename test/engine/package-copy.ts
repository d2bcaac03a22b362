import { createHash, randomUUID } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
} from 'node:fs';
import { join } from 'node:path';

const repository = join(__dirname, '..', '..');
const cache = join(repository, 'node_modules', '.cache', 'n8n-nodes-ru-ads', 'engine');
const dayInMs = 86_400_000;

interface PackageJson {
	name: string;
	files: string[];
}

function filesBelow(folder: string, entry: string): string[] {
	const path = join(folder, entry);
	if (!statSync(path).isDirectory()) return [entry];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesBelow(folder, join(entry, name)));
}

function hashOf(folder: string, files: string[]): string {
	const hash = createHash('sha256');
	for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
	return hash.digest('hex').slice(0, 16);
}

/** Every build leaves a copy behind. Those used within a day may be in use by another process still. */
function removeOldCopies(now: number): void {
	for (const name of readdirSync(cache)) {
		const age = now - (statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? now);
		if (age > dayInMs) rmSync(join(cache, name), { recursive: true, force: true });
	}
}

/** Several jest workers get here at once: each writes a folder of its own, the first to rename it wins. */
export function publish(temporary: string, final: string): void {
	try {
		renameSync(temporary, final);
	} catch (error) {
		if (!existsSync(final)) throw error;
		rmSync(temporary, { recursive: true, force: true });
	}
}

/**
 * Copies what npm would pack (package.json and its `files`) to a place below the repository's node_modules, named by
 * its content, and gives that place. It is a copy and no symlink: a package with a node_modules of its own would bring
 * a second n8n-workflow, whose errors the engine does not know as its own.
 */
export function copyPackage(folder: string): string {
	const packageJson = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
	const missing = packageJson.files.filter((entry) => !existsSync(join(folder, entry)));
	if (missing.length > 0) {
		throw new Error(`${packageJson.name} is not built: no ${missing.join(', ')}. Run: npm run build`);
	}
	const files = ['package.json', ...packageJson.files].flatMap((entry) => filesBelow(folder, entry));
	const final = join(cache, hashOf(folder, files));
	const copy = join(final, 'node_modules', packageJson.name);
	if (existsSync(copy)) {
		const now = new Date();
		utimesSync(final, now, now);
		return copy;
	}

	const temporary = join(cache, `${hashOf(folder, files)}.${randomUUID()}`);
	const target = join(temporary, 'node_modules', packageJson.name);
	mkdirSync(target, { recursive: true });
	for (const file of files) cpSync(join(folder, file), join(target, file), { recursive: true });
	publish(temporary, final);
	removeOldCopies(Date.now());
	return copy;
}
