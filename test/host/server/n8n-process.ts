import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { WorkflowJson } from '../../engine';
import type { StoredCredential } from '../../platforms/credentials';
import type { InstalledN8n } from '../install/n8n';

import { type Environment, environmentOf } from './environment';
import { freePort } from './free-port';
import { Program } from './program';

/** What n8n may take to be ready, in milliseconds. */
export const START_MS = 180_000;

/** A command of n8n that runs until it ends or is stopped. */
export class N8nProcess extends Program {
	constructor(n8n: InstalledN8n, args: readonly string[], environment: NodeJS.ProcessEnv) {
		super(n8n.node, [n8n.command, ...args], environment);
	}
}

/** Runs a command of n8n to its end. @throws Error with its output when it fails */
export async function runCommand(
	n8n: InstalledN8n,
	args: readonly string[],
	environment: NodeJS.ProcessEnv,
): Promise<string> {
	const process_ = new N8nProcess(n8n, args, environment);
	const code = await process_.end();
	if (code !== 0) throw new Error(`n8n ${args.join(' ')} failed:\n${process_.output.slice(-3000)}`);
	return process_.output;
}

/** Puts credentials and workflows with their own ids into the database of an instance that does not run. */
export async function importInto(
	n8n: InstalledN8n,
	userFolder: string,
	{
		credentials,
		workflows,
	}: { credentials: readonly StoredCredential[]; workflows: readonly WorkflowJson[] },
	more: Environment = {},
): Promise<void> {
	const environment = environmentOf(n8n, userFolder, await freePort(), more);
	const folder = mkdtempSync(join(tmpdir(), 'n8n-import-'));
	try {
		for (const [command, content] of [
			['import:credentials', credentials],
			['import:workflow', workflows.map((workflow) => ({ active: false, ...workflow }))],
		] as const) {
			const file = join(folder, `${command.replace(':', '-')}.json`);
			writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
			await runCommand(n8n, [command, `--input=${file}`], environment);
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
