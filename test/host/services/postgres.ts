import { execFile, execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { freePort } from '../server/free-port';
import { Program, untilReady } from '../server/program';
import { folderOf } from './debian-package';

const run = promisify(execFile);

const user = 'demo';
const password = 'demo-data-only';

export interface Postgres {
	readonly host: string;
	readonly port: number;
	readonly user: string;
	readonly password: string;
	createDatabase(name: string): Promise<void>;
	/**
	 * Asks by psql.
	 * @returns the lines of the answer, their columns apart by `|`
	 * @throws Error with what PostgreSQL said
	 */
	query(database: string, sql: string): Promise<string[]>;
	/** To be called when everything that uses it has ended. */
	stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; its package brings a user for it. */
function asOwner(data: string, command: string, args: readonly string[]): [string, string[]] {
	if (process.getuid?.() !== 0) return [command, [...args]];
	const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	chownSync(data, idOf('-u'), idOf('-g'));
	return ['setpriv', ['--reuid=postgres', '--regid=postgres', '--init-groups', command, ...args]];
}

function initialise(folder: string, parent: string): void {
	const passwordFile = join(parent, 'password');
	writeFileSync(passwordFile, password);
	const args = ['-D', join(parent, 'data'), '-U', user, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C'];
	const [command, all] = asOwner(parent, join(folder, 'initdb'), [
		...args,
		'--no-sync',
		`--pwfile=${passwordFile}`,
	]);
	execFileSync(command, all, { cwd: parent, stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Starts PostgreSQL on loopback, with data that is gone afterwards. @throws Error, as {@link folderOf} */
export async function startPostgres(): Promise<Postgres> {
	const folder = folderOf({ name: 'initdb', package: 'postgresql', versions: '/usr/lib/postgresql' });
	const parent = mkdtempSync(join(tmpdir(), 'postgres-'));
	const port = await freePort();
	const host = '127.0.0.1';
	let program: Program | undefined;
	const stop = async () => {
		// Its "fast" way to end: connections that are left do not hold it up.
		await program?.stop('SIGINT');
		rmSync(parent, { recursive: true, force: true });
	};
	const query = async (database: string, sql: string) => {
		const args = [
			'-X',
			'-A',
			'-t',
			'-q',
			'-v',
			'ON_ERROR_STOP=1',
			'-h',
			host,
			'-p',
			String(port),
			'-U',
			user,
		];
		const { stdout } = await run(join(folder, 'psql'), [...args, '-d', database, '-c', sql], {
			env: { ...process.env, PGPASSWORD: password },
			maxBuffer: 256 * 1024 * 1024,
		});
		return stdout.split('\n').filter((line) => line !== '');
	};
	try {
		initialise(folder, parent);
		// Nothing here has to survive a crash of the machine.
		const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
		const network = [`listen_addresses=${host}`, `port=${port}`, 'unix_socket_directories='];
		const options = [...settings, ...network].flatMap((setting) => ['-c', setting]);
		program = new Program(
			...asOwner(parent, join(folder, 'postgres'), ['-D', join(parent, 'data'), ...options]),
		);
		await untilReady('PostgreSQL', program, async () => {
			return await query('postgres', 'select 1').then(
				() => true,
				() => false,
			);
		});
	} catch (error) {
		await stop();
		throw error;
	}
	const createDatabase = async (name: string) => {
		await query('postgres', `create database ${name}`);
	};
	return { host, port, user, password, createDatabase, query, stop };
}
