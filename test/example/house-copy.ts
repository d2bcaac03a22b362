import { spawnSync } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = join(__dirname, '..', '..');

/** What the build, lint, types and tests read. */
const needed = [
	...['connector', 'contract', 'credentials', 'dist', 'docs/platforms', 'nodes', 'test'],
	...['package.json', 'tsconfig.json', 'jest.config.js', 'eslint.config.mjs', 'eslint.arrows.mjs'],
];

/** A change to a file that is there already. */
export interface Edit {
	readonly file: string;
	readonly change: (text: string) => string;
}

/** The repository as it would be with more files in it: a copy in a folder of its own. */
export class HouseCopy {
	/** The new files. */
	readonly added: readonly string[];
	private readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'house-')));

	/** @param additions folder whose own folders are laid over those of the repository */
	constructor(additions: string, edits: readonly Edit[]) {
		const filter = (path: string) => path !== additions;
		for (const entry of needed)
			cpSync(join(root, entry), join(this.folder, entry), { recursive: true, filter });
		// Linked one by one, so that caches of the copy do not become those of the repository.
		mkdirSync(join(this.folder, 'node_modules'));
		for (const name of readdirSync(join(root, 'node_modules')).filter((name) => !name.startsWith('.')))
			symlinkSync(join(root, 'node_modules', name), join(this.folder, 'node_modules', name));
		const rooms = readdirSync(additions, { withFileTypes: true }).filter((entry) => entry.isDirectory());
		this.added = rooms.flatMap(({ name }) => filesIn(join(additions, name)).map((file) => join(name, file)));
		for (const file of this.added) cpSync(join(additions, file), join(this.folder, file));
		for (const { file, change } of edits) writeFileSync(join(this.folder, file), change(this.read(file)));
	}

	/** Files that the repository does not have, or has otherwise; what was built aside. */
	touched(): string[] {
		return needed
			.filter((entry) => entry !== 'dist')
			.flatMap((entry) => {
				const path = join(this.folder, entry);
				return statSync(path).isDirectory() ? filesIn(path).map((file) => join(entry, file)) : [entry];
			})
			.filter((file) => {
				const original = join(root, file);
				const isThere = statSync(original, { throwIfNoEntry: false }) !== undefined;
				return !isThere || readFileSync(original, 'utf8') !== this.read(file);
			});
	}

	/** Runs a program of node_modules in the copy. */
	run(program: string, args: readonly string[]): { status: number | null; output: string } {
		const { NODE_ENV: _ofJest, ...env } = process.env;
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			[join(this.folder, 'node_modules', program), ...args],
			{ cwd: this.folder, env, encoding: 'utf8' },
		);
		return { status, output: stdout + stderr };
	}

	remove(): void {
		rmSync(this.folder, { recursive: true });
	}

	private read(file: string): string {
		return readFileSync(join(this.folder, file), 'utf8');
	}
}

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
