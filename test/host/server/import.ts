import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { WorkflowJson } from '../../engine';
import type { StoredCredential } from '../../platforms/credentials';
import type { InstalledN8n } from '../install/n8n';
import { type Environment, environmentOf } from './environment';
import { freePort } from './free-port';
import { runCommand } from './n8n-process';

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
