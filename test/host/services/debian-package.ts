import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that comes with a package of Debian's. */
export interface PackagedProgram {
	name: string;
	package: string;
	/** Folder beside those of PATH that has one folder for each version, each with the program in its `bin`. */
	versions?: string;
}

function placesOf({ versions }: PackagedProgram): string[] {
	const onPath = (process.env.PATH ?? '').split(delimiter);
	if (versions === undefined || !existsSync(versions)) return onPath;
	const newestFirst = readdirSync(versions).sort((a, b) => Number(b) - Number(a));
	return [...newestFirst.map((version) => join(versions, version, 'bin')), ...onPath];
}

function find(program: PackagedProgram): string | undefined {
	return placesOf(program).find((folder) => existsSync(join(folder, program.name)));
}

function canInstall(): boolean {
	return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function install(name: string): void {
	const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const run = (args: string[]) => {
		execFileSync('apt-get', args, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
	};
	run(['update']);
	run(['install', '-y', '--no-install-recommends', name]);
}

/**
 * The folder of a program; its package is installed where that is possible.
 * @throws Error that says how to get it
 */
export function folderOf(program: PackagedProgram): string {
	const found = find(program);
	if (found !== undefined) return found;
	if (canInstall()) install(program.package);
	const folder = find(program);
	if (folder !== undefined) return folder;
	throw new Error(
		`${program.name} is not installed, and tests need it. On Debian or Ubuntu: ` +
			`sudo apt-get install -y --no-install-recommends ${program.package}. Elsewhere put it on the PATH.`,
	);
}
